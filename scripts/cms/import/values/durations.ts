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
  [/^(?:years?|yrs?|ans?|anos?)$/, 52],
];

const ongoing = new Set([
  ...['ongoing', 'continuous', 'permanent', 'long term', 'open ended', 'no end date', 'regular', 'all year'],
  ...['continu', 'continue', 'permanente', 'long terme', 'sans fin', 'sans limite', 'reguliere', 'regulier'],
  ...['en continu', 'toute l annee', 'continua', 'continuo', 'indefinida', 'indefinido', 'sin fin'],
  ...['largo plazo', 'regularmente', 'todo el ano'],
]);

const oneOff = new Set([
  ...['once', 'one off', 'one time', 'single', 'ponctuel', 'ponctuelle', 'une fois', 'une seule fois'],
  ...['a weekend', 'one day', '1 day', 'un week end', 'un jour', '1 jour'],
  ...['un fin de semana', 'un dia', '1 dia'],
  ...['puntual', 'una vez', 'una sola vez', 'unica vez'],
]);

const withUnit = /(?<![\p{L}\d])(\d+(?:[.,]\d+)?|one|an?|une?|una)[\s-]*(\p{L}+)/giu;

/** Reads a duration; undefined for other texts. A month counts as four weeks, and days as parts of a week. */
export function parseDuration(text: string): ParsedDuration | undefined {
  const words = foldWords(text);
  if (ongoing.has(words)) return { kind: 'ongoing' };
  if (oneOff.has(words)) return { kind: 'one-off' };
  const [found, ...others] = [...text.matchAll(withUnit)].flatMap(([whole, amount = '', unit = '']) => {
    const factor = units.find(([names]) => names.test(foldWords(unit)))?.[1];
    const count = /\d/.test(amount) ? Number(amount.replace(',', '.')) : 1;
    return factor === undefined ? [] : [{ whole, factor, weeks: count * factor }];
  });
  if (!found || others.length > 0) return undefined;
  const { whole, factor, weeks } = found;
  // Something else is said too: `3 months, renewable`.
  const isPart = foldWords(whole) !== words.replace(/^(?:environ|about|ca|unas?|unos|aprox) /u, '');
  return {
    kind: 'weeks',
    weeks: Math.max(0.5, Math.round(weeks * 2) / 2),
    isRounded: factor !== 1 || isPart,
  };
}
