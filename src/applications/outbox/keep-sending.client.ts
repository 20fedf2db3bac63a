/** Sends what waits for as long as a page is open, whenever it is time, and tells what has become of it. */
import { readableNumber } from '@/device/storage/submission-id';
import { interpolate } from '@/i18n/interpolate';
import { waitFor } from '@/model/closing-check';
import { element } from '../form/element.client';
import { browserPost, onOutboxChange } from './browser-post.client';
import { deliverAll, readOutbox, type Ended } from './deliver';
import type { OutboxWords } from './outbox-words';
import { nextAttempt } from './retries';

/** At least so long (ms) lies between two attempts, whatever the clock does. */
const shortest = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;
let isRunning = false;

/** What is said of one, in the visitor's language; the form on its own page says it itself. */
function sentence({ entry, kind }: Ended, words: OutboxWords): (Node | string)[] {
  const { about, id } = entry;
  const gaps = { title: about.title, id: readableNumber(id) };
  if (kind === 'sent') return [interpolate(entry.kind === undefined ? words.sent : words.sentMessage, gaps)];
  const link = element('a', { href: `${about.path}#apply` }, words.refusedLink);
  return [interpolate(words.refused, gaps), ' ', link];
}

async function tell(ended: readonly Ended[]): Promise<void> {
  const note = document.querySelector<HTMLElement>('[data-outbox]');
  const elsewhere = ended.filter(({ entry }) => entry.about.path !== location.pathname);
  if (!note || elsewhere.length === 0) return;
  const response = await fetch(note.dataset['outbox'] ?? '');
  if (!response.ok) return;
  const words = (await response.json()) as OutboxWords;
  note.append(...elsewhere.map((one) => element('span', {}, ...sentence(one, words))));
  note.hidden = false;
}

async function schedule(): Promise<void> {
  const now = Date.now();
  const times = (await readOutbox(browserPost)).flatMap((entry) => nextAttempt(entry, now) ?? []);
  clearTimeout(timer);
  if (times.length > 0)
    timer = setTimeout(() => void run(false), Math.max(shortest, waitFor(Math.min(...times), now)));
}

async function run(evenEarly: boolean): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  try {
    const ended = await deliverAll(browserPost, evenEarly);
    // Without words it is told on the page of the application.
    await tell(ended).catch(() => {});
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
