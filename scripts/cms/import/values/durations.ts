/** Reads durations as people write them: `6 semaines`, `2 mois`, `one-off`. */
import { foldWords } from './fold-words';

/** A length of the model, and whether it was rounded. */
interface ParsedDuration {
  readonly kind: 'weeks' | 'ongoing' | 'one-off';
  readonly weeks?: number;
  readonly isRounded?: boolean;
}

const units: readonly (readonly [names: RegExp, weeks: number])[] = [
  [/^(?:days?|jours?|j|dias?|d)$/, 1 / 7],
  [/^(?:weeks?|wks?|w|semaines?|sem|semanas?|s)$/, 1],
  // Opportunities may last twelve weeks, which people call three months.
  [/^(?:months?|mois|mes|meses|m)$/, 4],
];

const ongoing = new Set([
  ...['ongoing', 'continuous', 'permanent', 'long term', 'open ended', 'no end date', 'regular'],
  ...[
    'continu',
    'continue',
    'permanente',
    'long terme',
    'sans fin',
    'sans limite',
    'reguliere',
    'regulier',
    'en continu',
  ],
  ...['continua', 'continuo', 'indefinida', 'indefinido', 'sin fin', 'largo plazo', 'regularmente'],
]);

const oneOff = new Set([
  ...['once', 'one off', 'one time', 'single', 'ponctuel', 'ponctuelle', 'une fois', 'une seule fois'],
  ...['puntual', 'una vez', 'una sola vez', 'unica vez'],
]);

const withUnit = /^(?:(?:environ|about|ca\.|unas?|unos|aprox\.?)\s+)?(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?$/iu;

/** Reads a duration; undefined for other texts. A month counts as four weeks, and days as parts of a week. */
export function parseDuration(text: string): ParsedDuration | undefined {
  const words = foldWords(text);
  if (ongoing.has(words)) return { kind: 'ongoing' };
  if (oneOff.has(words)) return { kind: 'one-off' };
  const [, amount, unit = ''] = withUnit.exec(text.trim()) ?? [];
  const factor = units.find(([names]) => names.test(foldWords(unit)))?.[1];
  if (amount === undefined || factor === undefined) return undefined;
  const weeks = Math.max(0.5, Math.round(Number(amount.replace(',', '.')) * factor * 2) / 2);
  return { kind: 'weeks', weeks, isRounded: factor !== 1 };
}
