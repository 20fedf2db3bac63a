/**
 * A text as it stands inside quotation marks: French and Spanish put “…” into «…», never «…» into «…», and Spanish has no
 * full stop before the closing mark. English puts ‘…’ into “…”.
 */
export function asInnerQuotes(locale: string, text: string): string {
  if (locale === 'en') return text.replaceAll('“', '‘').replaceAll('”', '’');
  const inner = text.replaceAll(/«\s*/gu, '“').replaceAll(/\s*»/gu, '”');
  return locale === 'es' ? inner.replace(/\.$/u, '') : inner;
}
