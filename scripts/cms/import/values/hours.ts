/** Reads hours a week as people write them: `2-4`, `3 à 5 h`, `up to 5 hrs/week`. */

/** The least and the most hours; `isGuess` where the text leaves it open. */
export interface ParsedHours {
  readonly min: number;
  readonly max: number;
  readonly isGuess: boolean;
}

const number = String.raw`(\d+(?:[.,]\d+)?|\d+\s?h\s?\d{2})`;
const between = String.raw`\s*(?:-|–|—|to|à|a|and|et|y|hasta|ou|or|o)\s*`;
const hourWord = String.raw`(?:h|hs|hrs?|hours?|heures?|horas?)\b\.?`;
const week = String.raw`(?:weekly|week|wk|semaine|sem|semana|hebdo\p{L}*|semanal(?:es)?)\b\.?`;
const each = String.raw`(?:\s*/\s*(?:${week}|[ws]\b)|\s+(?:(?:per|a|an|each|every|par|por|a la|cada)\s+)?${week})`;
const upTo =
  /^(?:up to|max(?:imum|i|imo)?\.?|at most|no more than|jusqu['’]à|au plus|hasta|máx(?:imo|\.)?)\s+/iu;
const about =
  /^(?:about|approx(?:imately|\.)?|around|ca\.?|roughly|environ|env\.|at least|au moins|al menos|from|unas?|unos|aprox\.?|between|entre|de)\s+/iu;

const whole = new RegExp(
  `^${number}(?:\\s*${hourWord})?(?:${between}${number})?(\\+)?\\s*(?:${hourWord})?${each}?$`,
  'iu',
);
const within = new RegExp(`${number}(?:\\s*${hourWord})?(?:${between}${number})?\\s*${hourWord}`, 'giu');

const read = (text: string): number => {
  const [, hours, minutes] = /^(\d+)\s?h\s?(\d{2})$/i.exec(text) ?? [];
  return hours === undefined ? Number(text.replace(',', '.')) : Number(hours) + Number(minutes) / 60;
};

/** True for a text that says that it is about hours. */
export const hasHourWord = (text: string): boolean => new RegExp(`\\d\\s*${hourWord}`, 'iu').test(text);

/** True for a text, or the name of a column, that speaks of weeks. */
export const saysWeek = (text: string): boolean => new RegExp(week, 'iu').test(text);

/** Hours of something else than a week, whatever else is said of weeks. */
const never = new RegExp(
  String.raw`${hourWord}\s*(?:/|per|an?|each|every|par|por|al?|cada|chaque)?\s*(?:days?|jours?|d[ií]as?|daily|diari[ao]s?|mo|months?|mois|mes|mensual(?:es)?|mensuel(?:le)?s?)(?!\p{L})` +
    String.raw`|(?:two|2|deux|dos|other)\s+(?:weeks|semaines|semanas)|fortnight|quinzaine|quincena|bi-?weekly|\d\s*[x×]\s*\d|media|demie|half`,
  'iu',
);

/** Hours of something else than a week. */
const otherwise =
  /(?:^|[^\p{L}])(?:months?|mois|mes(?:es)?|monthly|days?|jours?|d[ií]as?|years?|ans?|años?|total|sessions?|séances?|sesi[oó]n(?:es)?|en tout|project|projet|proyecto)(?![\p{L}])/iu;

/** Reads hours; undefined for other texts, and where several are named. */
export function parseHours(text: string): ParsedHours | undefined {
  const trimmed = text.trim().replaceAll('−', '-');
  if (never.test(trimmed)) return undefined;
  const isMost = upTo.test(trimmed);
  const bare = trimmed.replace(upTo, '').replace(about, '');
  const isAbout = bare !== trimmed;
  const [, low, high, more] = whole.exec(bare) ?? [];
  if (low !== undefined) {
    const max = read(high ?? low);
    return { min: isMost ? Math.min(1, max) : read(low), max, isGuess: isAbout || more !== undefined };
  }
  const [only, ...others] = [...trimmed.matchAll(within)];
  const isOfWeek = saysWeek(trimmed) || !otherwise.test(trimmed);
  if (!only?.[1] || others.length > 0 || !isOfWeek) return undefined;
  return { min: read(only[1]), max: read(only[2] ?? only[1]), isGuess: true };
}
