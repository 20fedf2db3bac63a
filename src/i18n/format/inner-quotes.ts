/** A text as it stands inside quotation marks: French and Spanish put “…” into «…», never «…» into «…». */
export function asInnerQuotes(text: string): string {
  return text.replaceAll(/«\s*/gu, '“').replaceAll(/\s*»/gu, '”');
}
