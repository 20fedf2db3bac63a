/** Reads days in the formats that people use in sheets. */
import { locales, type Locale } from '@/i18n/locales';
import { foldWords } from './fold-words';

/** The order of day and month if both are numbers. */
export type DateOrder = 'dmy' | 'mdy';

/** A day of the calendar, or a text that may mean two of them. */
type ParsedDate =
  /** `isShort`: the year had two digits only. */
  { readonly day: string; readonly isShort?: boolean } | { readonly ambiguous: true } | undefined;

const time = String.raw`(?:[T ,]+\d{1,2}(?:[:h]\d{2}|\s?h\b|\s?[ap]m\b).*)?`;
const iso = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'u');
const numbers = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})${time}$`, 'u');
const serial = /^[2-7]\d{4}(?:\.\d+)?$/;
const dayFirst =
  /^(?:\p{L}+ ){0,4}(\d{1,2})(?:er|st|nd|rd|th|o)? (?:of |de |d )?(\p{L}+) (?:de |del )?(\d{4}|\d{2})$/u;
const monthFirst = /^(?:\p{L}+ ){0,4}(\p{L}+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u;

/** Months by their full and short names in every language. */
const months = new Map(
  locales.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, index): [string, number] => {
        const name = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }).format(
          Date.UTC(2026, index, 1),
        );
        return [foldWords(name), index + 1];
      }),
    ),
  ),
);

function formatDay(year: number, month: number, day: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** A time of day with its zone before or behind a day: `5pm EST`, `à 18h`, `at 23:59 (CET)`. */
const clock =
  /(?:^|[\s,]+)(?:(?:at|by|à|a las)\s+)?(?:\d{1,2}(?:[:h.]\d{2})?\s*(?:[ap]m\b|[ap]\.m\.)|\d{1,2}[:h]\d{2}|\d{1,2}\s?h\b|midnight|noon|minuit|midi|medianoche)(?:\s*\(?(?:[A-Z]{3,4}|UTC[+-]\d+)\b\)?)?(?=$|[\s,])/giu;

/** Takes the time of day out of a text. */
const withoutTime = (text: string) =>
  text
    .replace(clock, ' ')
    .replace(/\s*\(?\b(?:[A-Z]{3,4})\b\)?$/u, '')
    .replace(/^[\s,]+|[\s,]+$/g, '');

/** Reads a day that is written in numbers: `'3/4/2026' -> [3, 4, 2026]`; a year of two digits is in this century. */
function parseNumericDate(text: string): [number, number, number] | undefined {
  const [, first, , second, year = ''] = numbers.exec(text.trim()) ?? [];
  if (first === undefined) return undefined;
  return [Number(first), Number(second), Number(year.length === 2 ? `20${year}` : year)];
}

/** The day of a spreadsheet's serial number, which counts days from 30 December 1899: `45678 -> 2025-01-21`. */
const serialDay = (days: number): string =>
  new Date(Date.UTC(1899, 11, 30 + Math.floor(days))).toISOString().slice(0, 10);

/**
 * Reads a day (`YYYY-MM-DD`, which needn't exist) from `2026-12-31`, `31/12/2026`, `12/31/2026`, `31.12.2026`,
 * `31 décembre 2026`, `December 31, 2026`, or a spreadsheet's number of a day. A time after it is dropped. `3/4/2026`
 * needs an order. Returns undefined for a text that isn't a date.
 */
export function parseDate(text: string, order: DateOrder | undefined): ParsedDate {
  const trimmed = text.trim();
  const [, year, month, day] = iso.exec(trimmed) ?? [];
  if (year !== undefined) return { day: formatDay(Number(year), Number(month), Number(day)) };
  if (serial.test(trimmed)) return { day: serialDay(Number(trimmed)) };
  const pair = parseNumericDate(trimmed);
  if (pair) {
    const [first, second, inYear] = pair;
    if (first !== second && order === undefined && first <= 12 && second <= 12) return { ambiguous: true };
    const isMonthFirst = order === undefined ? second > 12 : order === 'mdy';
    const isShort = !/\d{4}/.test(trimmed);
    return {
      day: isMonthFirst ? formatDay(inYear, first, second) : formatDay(inYear, second, first),
      ...(isShort ? { isShort } : {}),
    };
  }
  const words = foldWords(withoutTime(trimmed));
  const [, d1, name1, y1] = dayFirst.exec(words) ?? [];
  const [, name2, d2, y2] = monthFirst.exec(words) ?? [];
  const named = months.get(name1 ?? name2 ?? '');
  if (named === undefined) return undefined;
  const inYear = y1 ?? y2 ?? '';
  const isShort = inYear.length === 2;
  const namedDay = formatDay(Number(isShort ? `20${inYear}` : inYear), named, Number(d1 ?? d2));
  return isShort ? { day: namedDay, isShort } : { day: namedDay };
}

/**
 * Detects the order of day and month from the days that have only one reading; else from the language, since French and
 * Spanish put the day first. Returns undefined if none or both fit.
 */
export function detectDateOrder(
  texts: readonly string[],
  language?: Locale,
): { readonly order: DateOrder; readonly example: string } | undefined {
  const pairs = texts.flatMap((text) => {
    const pair = parseNumericDate(text);
    return pair ? [{ text: text.trim(), first: pair[0], second: pair[1] }] : [];
  });
  const dmy = pairs.find(({ first, second }) => first > 12 && second <= 12);
  const mdy = pairs.find(({ first, second }) => second > 12 && first <= 12);
  if (mdy) return dmy ? undefined : { order: 'mdy', example: mdy.text };
  const isDayFirst = language === 'fr' || language === 'es';
  const example = dmy ?? (isDayFirst ? pairs[0] : undefined);
  return example && { order: 'dmy', example: example.text };
}

/** Words in the place of a day: there is none. */
const noDay = new Set([
  ...['none', 'open', 'no date', 'ongoing', 'anytime', 'any time', 'rolling', 'n a', 'na', 'tbd', 'tbc'],
  ...['no deadline', 'asap', 'as soon as possible', 'until filled', 'open until filled', 'when filled'],
  ...['des que possible', 'jusqu a pourvoi', 'lo antes posible', 'cuanto antes', 'hasta cubrir'],
  ...['aucune', 'ouvert', 'ouverte', 'sans date', 'sans limite', 'pas de date', 'en continu', 'nc', 'neant'],
  ...['permanent', 'pas de limite', 'candidatures ouvertes', 'au fil de l eau', 'toute l annee'],
  ...['abierto', 'abierta', 'sin fecha', 'sin limite', 'sin fecha limite', 'ninguna', 'permanente', 'no hay'],
  ...[
    'rolling basis',
    'on a rolling basis',
    'until position is filled',
    'until the position is filled',
    'immediate',
    'immediately',
  ],
  ...[
    'a convenir',
    'a pourvoir rapidement',
    'au plus tot',
    'des maintenant',
    'de suite',
    'immediat',
    'immediatement',
    'sans date de fin',
  ],
  ...[
    'hasta cubrir la vacante',
    'hasta cubrir el puesto',
    'inmediata',
    'inmediatamente',
    'inmediato',
    'incorporacion inmediata',
    'indefinida',
    'indefinido',
  ],
  ...['convocatoria abierta', 'cuando se cubra', 'todo el ano', 'abierto todo el ano', 'abierta todo el ano'],
]);

/** True for a text in the place of a day that says that there is none: `ASAP`, `sans date`, `–`. */
export const saysNoDay = (text: string): boolean =>
  noDay.has(foldWords(text)) || /^[-–—/?]+$/.test(text.trim());
