/** Sends what waits for as long as a page is open, whenever it is time, and tells what has become of it. */
import { onOutboxChange } from '@/device/storage/application/outbox-changes.client';
import type { OutboxEntry } from '@/device/storage/application/outbox';
import { readableNumber } from '@/device/storage/application/submission-id';
import { takeOverOldKeys } from '@/device/storage/application/take-over.client';
import { interpolate } from '@/i18n/interpolate';
import { waitFor } from '@/model/time/closing-check';
import { element } from '../form/browser/element.client';
import { browserDependencies } from './browser-dependencies.client';
import type { OutboxWords } from './panel/outbox-words';
import { nextAttempt } from './retries';
import { isFinal } from './states';
import { markTold, readOutbox, submitDue } from './submit-entry';

/** At least so long (ms) lies between two attempts, whatever the clock does. */
const shortest = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;
let isRunning = false;

/** What became of an entry while no person was asked: the visitor is still to be told. */
interface OutboxNews {
  readonly id: string;
  readonly kind: OutboxEntry['kind'];
  readonly title: string;
  readonly path: string;
  readonly isSent: boolean;
}

async function readNews(): Promise<readonly OutboxNews[]> {
  const { entries, sent } = await readOutbox(browserDependencies);
  return [
    ...sent
      .filter(({ isNews }) => isNews)
      .map(({ id, kind, title, path }) => ({ id, kind, title, path, isSent: true })),
    ...entries
      .filter((entry) => entry.isNews && isFinal(entry))
      .map(({ id, kind, about: { title, path } }) => ({ id, kind, title, path, isSent: false })),
  ];
}

function sentence({ id, kind, title, path, isSent }: OutboxNews, words: OutboxWords): (Node | string)[] {
  const gaps = { title, id: readableNumber(id) };
  if (isSent) return [interpolate(kind === undefined ? words.sent : words.sentMessage, gaps)];
  const link = element('a', { href: `${path}#apply` }, words.refusedLink);
  return [interpolate(words.refused, gaps), ' ', link];
}

/** The form on its own page tells it itself. */
const isToldByForm = ({ path }: OutboxNews) =>
  path === location.pathname && document.querySelector('[data-words]') !== null;

/** Tells what happened while no page was open, or this one; a page that isn't looked at leaves it to the next. */
async function tellNews(): Promise<void> {
  const note = document.querySelector<HTMLElement>('[data-outbox]');
  if (!note || document.visibilityState !== 'visible') return;
  const news = (await readNews()).filter((one) => !isToldByForm(one));
  if (news.length === 0) return;
  const response = await fetch(note.dataset['outbox'] ?? '');
  if (!response.ok) return;
  const words = (await response.json()) as OutboxWords;
  note.append(...news.map((one) => element('span', {}, ...sentence(one, words))));
  note.hidden = false;
  for (const { id } of news) await markTold(browserDependencies, id);
}

async function schedule(): Promise<void> {
  const now = Date.now();
  const { entries } = await readOutbox(browserDependencies);
  const times = entries.flatMap((entry) => nextAttempt(entry, now) ?? []);
  clearTimeout(timer);
  if (times.length > 0)
    timer = setTimeout(() => void run(false), Math.max(shortest, waitFor(Math.min(...times), now)));
}

async function run(evenEarly: boolean): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  try {
    await takeOverOldKeys();
    await submitDue(browserDependencies, evenEarly);
    // Without words it is told on the next page.
    await tellNews().catch(() => {});
  } finally {
    isRunning = false;
  }
  await schedule();
}

let isStarted = false;

/** Tries what is due now, what waits whenever a connection is back, and everything else when its time comes. */
export function keepSending(): void {
  void run(false);
  if (isStarted) return;
  isStarted = true;
  addEventListener('online', () => void run(true));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void run(false);
  });
  onOutboxChange(() => {
    if (!isRunning) void schedule();
  });
}
