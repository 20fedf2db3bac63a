/**
 * Moves the sample's dates to a day, so that a visitor of `npm start` sees what is new, closing soon and filled. Dates are
 * changed as text, which leaves everything else in a file as it is. Pure: the same files and day give the same result.
 */
import { utcDay } from '@/model/time/clock';

/** A file's text by its path below the content's folder: `opportunities/check-a-page.yml`. */
type SampleFiles = ReadonlyMap<string, string>;

const dayMs = 86_400_000;

/** Fields of days that have passed. They never come to lie in the future. */
const pastFields = [
  'posted',
  'updated',
  'lastVerified',
  'confirmedOn',
  'verifiedOn',
  'asOf',
  'joined',
] as const;

/** All fields with a day. `date` is that of a story or a resource, and the last day to apply. */
const dayFields = [...pastFields, 'date', 'starts', 'ends', 'reviewBy'] as const;
type DayField = (typeof dayFields)[number];

const dayLine = (field: string, flags = 'm') =>
  new RegExp(`^( *${field}: )("?)(\\d{4}-\\d\\d-\\d\\d)\\2 *$`, flags);

const anyDayLine = dayLine(`(?:${dayFields.join('|')})`, 'gm');

const addDays = (day: string, days: number) => utcDay(Date.parse(day) + days * dayMs);
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayMs;
const isPast = (line: string) => pastFields.some((field) => line.trimStart().startsWith(`${field}:`));

const readDay = (text: string, field: DayField) => dayLine(field).exec(text)?.[3];
const readStatus = (text: string) => /^status: "?(\w+)"?$/m.exec(text)?.[1];

/** Replaces a field's day where the entry has one. */
const setDay = (text: string, field: DayField, day: string) => text.replace(dayLine(field), `$1$2${day}$2`);

/** Moves all days of an entry; those that have passed at most to `today`. */
function moveAll(text: string, days: number, today: string): string {
  return text.replace(anyDayLine, (line, start: string, quote: string, day: string) => {
    const moved = addDays(day, days);
    return `${start}${quote}${isPast(line) && moved > today ? today : moved}${quote}`;
  });
}

/** How many days ago the newest were posted, the newest first. */
const freshAges = [0, 1, 2, 4, 6, 9];

/** In how many days those that close first close. The others follow, some days apart. */
const closings = [2, 3, 6, 9, 14, 25];
const laterClosings = { from: 40, apart: 12 };
const reviews = { from: 60, apart: 30 };

/** How many days ago the latest were filled or closed. */
const endedAges = [1, 4];

/** Files with a status, ordered by a field; the first ones come first in `latest` order where that is true. */
function inOrder(files: SampleFiles, statuses: readonly string[], field: DayField, latest = false): string[] {
  return [...files]
    .filter(([name, text]) => name.startsWith('opportunities/') && statuses.includes(readStatus(text) ?? ''))
    .flatMap(([name, text]) => {
      const day = readDay(text, field);
      return day === undefined ? [] : [{ name, day }];
    })
    .toSorted(
      (a, b) =>
        (latest ? b.day.localeCompare(a.day) : a.day.localeCompare(b.day)) || (a.name < b.name ? -1 : 1),
    )
    .map(({ name }) => name);
}

/** Returns the files with their dates moved to `today` (`YYYY-MM-DD`). */
export function shiftDates(files: SampleFiles, today: string): Map<string, string> {
  const latest = [...files.values()].reduce((newest, text) => {
    const updated = readDay(text, 'updated') ?? '';
    return updated > newest ? updated : newest;
  }, '');
  if (latest === '') return new Map(files);
  const days = daysBetween(latest, today);
  const moved = new Map([...files].map(([name, text]) => [name, moveAll(text, days, today)]));
  const edit = (name: string, change: (text: string) => string) => {
    moved.set(name, change(moved.get(name) ?? ''));
  };

  for (const [index, age] of freshAges.entries()) {
    const name = inOrder(files, ['open'], 'posted', true)[index];
    const day = addDays(today, -age);
    if (name !== undefined)
      edit(name, (text) =>
        (['posted', 'updated', 'lastVerified', 'confirmedOn'] as const).reduce(
          (changed, field) => setDay(changed, field, day),
          text,
        ),
      );
  }
  for (const [index, name] of inOrder(files, ['open'], 'date').entries()) {
    const later = laterClosings.from + (index - closings.length) * laterClosings.apart;
    const closing = addDays(today, closings[index] ?? later);
    // Work begins after the last day to apply.
    edit(name, (text) => setDay(setDay(text, 'date', closing), 'starts', addDays(closing, 14)));
  }
  for (const [index, name] of inOrder(files, ['open'], 'reviewBy').entries())
    edit(name, (text) => setDay(text, 'reviewBy', addDays(today, reviews.from + index * reviews.apart)));
  const filled = inOrder(files, ['filled'], 'updated', true);
  const closed = inOrder(files, ['closed'], 'date', true);
  for (const [index, age] of endedAges.entries()) {
    const day = addDays(today, -age);
    if (filled[index] !== undefined)
      edit(filled[index], (text) => setDay(setDay(text, 'updated', day), 'lastVerified', day));
    const name = closed[index];
    const original = files.get(name ?? '');
    // As a whole, so that it stays posted before it closed, and begun after that.
    if (name !== undefined && original !== undefined)
      moved.set(name, moveAll(original, daysBetween(readDay(original, 'date') ?? day, day), today));
  }
  return moved;
}
