/** Sends waiting entries while a page is open, whenever they are due, and shows news about them. */
import { onOutboxChange } from '@/device/storage/outbox-changes.client';
import type { OutboxEntry } from '@/device/storage/application/outbox-entry';
import { formatSubmissionNumber } from '@/device/storage/application/submission-id';
import { translateIsland } from '@/i18n/create-translate';
import { waitFor } from '@/model/time/closing-check';
import { createElement } from '../form/browser/element.client';
import { browserDependencies } from './submit/browser-dependencies.client';
import type { OutboxStrings, OutboxTranslate } from './panel/outbox-strings';
import { nextAttemptAt } from './retries';
import { isFinal } from './entry-states';
import { markNewsSeen, readOutbox, submitDue } from './submit/submit-entry';

/** The shortest pause (ms) between two attempts, whatever the clock does. */
const minPauseMs = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;
let isRunning = false;

/** The result of an automatic attempt, which the visitor hasn't seen yet. */
interface OutboxNews {
  readonly id: string;
  /** The number under which it was sent. */
  readonly number: string;
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
      .map(({ id, withdraws, kind, title, path }) => ({
        id,
        number: withdraws ?? id,
        kind,
        title,
        path,
        isSent: true,
      })),
    ...entries
      .filter((entry) => entry.isNews && isFinal(entry))
      .map(({ id, kind, about: { title, path } }) => ({ id, number: id, kind, title, path, isSent: false })),
  ];
}

function sentence({ number, kind, title, path, isSent }: OutboxNews, t: OutboxTranslate): (Node | string)[] {
  const gaps = { title, id: formatSubmissionNumber(number) };
  if (isSent) return [t(kind === undefined ? 'outbox.sent' : 'outbox.sent.other', gaps)];
  const link = createElement('a', { href: `${path}#apply` }, t('outbox.refused.link'));
  return [t('outbox.refused', gaps), ' ', link];
}

/** The form on its own page shows it instead. */
const isShownByForm = ({ path }: OutboxNews) =>
  path === location.pathname && document.querySelector('[data-words]') !== null;

/** Shows the results of attempts since the last page; a page in the background leaves them to the next. */
async function showNews(): Promise<void> {
  const note = document.querySelector<HTMLElement>('[data-outbox]');
  if (!note || document.visibilityState !== 'visible') return;
  const news = (await readNews()).filter((one) => !isShownByForm(one));
  if (news.length === 0) return;
  const response = await fetch(note.dataset['outbox'] ?? '');
  if (!response.ok) return;
  const t = translateIsland(document.documentElement.lang, (await response.json()) as OutboxStrings);
  note.append(...news.map((one) => createElement('span', {}, ...sentence(one, t))));
  note.hidden = false;
  for (const { id } of news) await markNewsSeen(browserDependencies, id);
}

async function schedule(): Promise<void> {
  const now = Date.now();
  const { entries } = await readOutbox(browserDependencies);
  const times = entries.flatMap((entry) => nextAttemptAt(entry, now) ?? []);
  clearTimeout(timer);
  if (times.length > 0)
    timer = setTimeout(() => void run(false), Math.max(minPauseMs, waitFor(Math.min(...times), now)));
}

async function run(evenEarly: boolean): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  try {
    await submitDue(browserDependencies, evenEarly);
    // Without strings it is shown on the next page.
    await showNews().catch(() => {});
  } finally {
    isRunning = false;
  }
  await schedule();
}

let isStarted = false;

/**
 * Tries entries that are due now, all waiting ones when the browser is back online, and the rest when their time comes.
 */
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
