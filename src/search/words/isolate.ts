/**
 * Words of any script, for a sentence that keeps its order around them: between Unicode's signs for "first strong
 * isolate" and its end (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
 */
export function isolate(words: string): string {
  return `\u2068${words}\u2069`;
}
