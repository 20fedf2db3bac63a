import type { lengthKinds } from './kinds';

/** At most this many hours a week may be asked of a volunteer (the programme's quality rule). */
export const maxHoursPerWeek = 20;

/** An assignment with an end lasts at most this many weeks (the programme's quality rule). */
export const maxWeeks = 12;

/** Hours a week by which lists are divided: `[lowest, highest]`. Labels: keys `hours.<id>`. */
const hoursBands = {
  '1': [0, 1],
  '2-5': [2, 5],
  '6-10': [6, 10],
  '11-20': [11, maxHoursPerWeek],
} as const satisfies Record<string, readonly [number, number]>;

type HoursBand = keyof typeof hoursBands;

/** The bands in the order in which they are offered (an object would put the integer-like key first anyway). */
export const hoursBandIds = ['1', '2-5', '6-10', '11-20'] as const satisfies readonly HoursBand[];

/**
 * The bands that a range of hours touches, so that "3 to 8 hours" is found under both.
 * `{ min: 3, max: 8 } -> ['2-5', '6-10']`
 */
export function matchingHoursBands(hours: { readonly min: number; readonly max: number }): HoursBand[] {
  const touched = hoursBandIds.filter((id) => {
    const [low, high] = hoursBands[id];
    return hours.min <= high && hours.max >= low;
  });
  // Between two bands (1.5 hours) there is none: the next one up is the honest answer.
  return touched.length > 0 ? touched : [hours.max < 2 ? '2-5' : hours.max < 6 ? '6-10' : '11-20'];
}

/**
 * The hours a week that a visitor has at most: an opportunity suits if it asks for no more at least. Labels: key
 * `hours.upTo`.
 */
export const hoursLimits = ['1', '2', '5', '10', '20'] as const;

export type HoursLimit = (typeof hoursLimits)[number];

/** The limits that are enough for an opportunity that asks for at least so many hours: `3 -> ['5', '10', '20']` */
export function sufficientHoursLimits(min: number): HoursLimit[] {
  return hoursLimits.filter((limit) => min <= Number(limit));
}

/** Bands of length that visitors choose from. Labels: keys `length.<id>`. */
export const lengthBandIds = ['one-off', 'days', '1-4', '5-12', 'ongoing'] as const;

type LengthBand = (typeof lengthBandIds)[number];

/** A length as the model has it: one of weeks has their number once the rules have passed. */
export interface Length {
  readonly kind: (typeof lengthKinds)[number];
  readonly weeks?: number | undefined;
}

/** The band of a length: `{ kind: 'weeks', weeks: 6 } -> '5-12'`, below one week `'days'`. */
export function matchingLengthBand({ kind, weeks = 0 }: Length): LengthBand {
  if (kind !== 'weeks') return kind;
  if (weeks < 1) return 'days';
  return weeks <= 4 ? '1-4' : '5-12';
}
