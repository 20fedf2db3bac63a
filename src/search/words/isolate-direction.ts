/**
 * Isolates words of any script, so that the sentence around them keeps its direction: adds Unicode's "first strong
 * isolate" and its end (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
 */
export function isolateDirection(words: string): string {
  return `\u2068${words}\u2069`;
}
