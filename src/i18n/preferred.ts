/**
 * The first of the visitor's languages that is offered, by primary subtag: `(['pt-BR', 'fr-CA'], ['en', 'fr']) -> 'fr'`.
 * Undefined where none is: then the visitor is asked.
 */
export function preferredLocale(wanted: readonly string[], offered: readonly string[]): string | undefined {
  return wanted
    .map((tag) => tag.toLowerCase().split('-')[0] ?? '')
    .find((primary) => offered.includes(primary));
}
