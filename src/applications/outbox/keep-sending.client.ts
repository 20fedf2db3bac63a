/** Sends waiting entries while a page is open, whenever they are due, and shows news about them. */
import { onOutboxChange } from '@/device/storage/outbox-changes.client';
import { waitFor } from '@/model/time/closing-check';
import { createElement } from '../form/browser/element.client';
import { browserDependencies } from './submit/browser-dependencies.client';
import { loadTold } from '@/device/storage/application/load-told.client';
import { createTellingButton, sendableText } from './panel/submission-note.client';
import type { OutboxEntry } from '@/device/storage/application/outbox-entry';
import { nextAttemptAt } from '@/device/storage/application/retries';
import { markNewsSeen, readOutbox, submitDue } from './submit/queue';
import {
  tellEntry,
  tellSent,
  type Telling,
  type TellingTranslate,
} from '@/device/storage/application/tell-submission';

/** The shortest pause (ms) between two attempts, whatever the clock does. */
const minPauseMs = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** The form on its own page shows it instead. */
const isShownByForm = (path: string) =>
  path === location.pathname && document.querySelector('[data-words]') !== null;

/** Tells of an entry, which is sent again where its text is, unless by e-mail. */
function tellUnsent(entry: OutboxEntry, t: TellingTranslate): readonly [Telling, HTMLElement] {
  const isStored = browserDependencies.records.isStored(entry.id);
  const telling = tellEntry(entry, { t, now: Date.now(), isStored, isSending: false });
  const open = createElement('a', { href: `${entry.about.path}#apply` }, t('told.open'));
  return [telling, createTellingButton(telling, t, {}, sendableText(entry)) || open];
}

/** Shows the results of attempts since the last page; a page in the background leaves them to the next. */
async function showNews(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-outbox]');
  if (!place || document.visibilityState !== 'visible') return;
  const { entries, sent } = await readOutbox(browserDependencies);
  const news = [...sent, ...entries].filter(
    (one) => one.isNews && !isShownByForm(('about' in one ? one.about : one).path),
  );
  if (news.length === 0) return;
  const t = await loadTold();
  for (const one of news) {
    const [{ first, then = '' }, button] = 'about' in one ? tellUnsent(one, t) : [tellSent(one, t)];
    const title = createElement('strong', {}, ('about' in one ? one.about : one).title);
    place.append(createElement('span', {}, title, ` ${first} ${then} `, button));
    await markNewsSeen(browserDependencies, one.id);
  }
  place.hidden = false;
}

async function schedule(): Promise<void> {
  const now = Date.now();
  const { entries } = await readOutbox(browserDependencies);
  const times = entries.flatMap((entry) => nextAttemptAt(entry, now) ?? []);
  clearTimeout(timer);
  if (times.length > 0)
    timer = setTimeout(() => run(false), Math.max(minPauseMs, waitFor(Math.min(...times), now)));
}

let running = Promise.resolve();
let isRunning = false;

function run(evenEarly: boolean): void {
  running = running.then(async () => {
    isRunning = true;
    await submitDue(browserDependencies, evenEarly);
    // Without strings it is shown on the next page.
    await showNews().catch(() => {});
    isRunning = false;
    await schedule();
  });
}

let isStarted = false;

/**
 * Tries entries that are due now, all waiting ones when the browser is back online, and the rest when their time comes.
 */
export function keepSending(): void {
  run(false);
  if (isStarted) return;
  isStarted = true;
  addEventListener('online', () => run(true));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') run(false);
  });
  onOutboxChange(() => {
    if (!isRunning) void schedule();
  });
}
