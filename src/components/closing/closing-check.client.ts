/**
 * Updates a static page for opportunities that have closed since its build. Every page that lists or shows an
 * opportunity loads it. The build writes for it:
 *
 * - `<li data-closes="ms">` in `<ul data-closed="Closed">`: a row of a list
 * - `data-until="ms"`, `data-from="ms"` on any element: shown until, or only from, that instant
 * - `<time data-closing-day>`, `<time data-closing-at="{day}, {time}">`, `<time data-ago>`: in the visitor's zone
 * - `data-closings="…" data-count="n"`: a number of open ones
 *
 * Without JavaScript the page shows the closing date in the opportunity's own zone, and that nothing later is read.
 */
import { earlierInstant } from '@/model/time/closing-check';
import { checkCounts } from './closing-counts.client';
import { checkParts } from './closing-parts.client';
import { checkRows } from './closing-rows.client';
import { checkTimes } from './closing-times.client';
import { watchClosings } from './closing-watch.client';

let arriving = true;

watchClosings((now) => {
  const next = [
    checkRows(document, now, arriving),
    checkParts(document, now),
    checkCounts(document, now),
    checkTimes(document, now),
  ];
  arriving = false;
  return next.reduce(earlierInstant, undefined);
});
