/** A colon between two texts with its spaces. French has one before it, too, that doesn't break. */
export const colon = (locale: string): string => (locale === 'fr' ? '\u00a0: ' : ': ');
