/** Packs the closing times of a list into a short text for a page. Written by the build, read in the browser. */

/** The maximum number of closing instants: enough for weeks between two builds, and a bound for the page's bytes. */
export const maxClosings = 40;

const minuteMs = 60_000;

/**
 * Packs closing instants (ms): minutes since the one before, in base 36, followed by the number that close then, if
 * more than one. Only the soonest `maxClosings` different ones are packed, so that a count is exact until the last of these and
 * never too low. `([120000, 60000, 120000]) -> '1 1*2'`
 */
export function packClosings(closings: Iterable<number | undefined>): string {
  const counts = new Map<number, number>();
  for (const closesAt of closings) {
    if (closesAt === undefined) continue;
    const minute = Math.ceil(closesAt / minuteMs);
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
  }
  let before = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .slice(0, maxClosings)
    .map(([minute, count]) => {
      const step = (minute - before).toString(36);
      before = minute;
      return count > 1 ? `${step}*${count}` : step;
    })
    .join(' ');
}

/** Returns how many of the packed ones have closed at an instant (ms), and the instant (ms) of the next closing. */
export function readClosings(packed: string, now: number): { closed: number; next: number | undefined } {
  let closed = 0;
  let minute = 0;
  for (const item of packed.split(' ')) {
    if (item === '') break;
    const [step = '', count = '1'] = item.split('*');
    minute += parseInt(step, 36);
    if (minute * minuteMs > now) return { closed, next: minute * minuteMs };
    closed += Number(count);
  }
  return { closed, next: undefined };
}
