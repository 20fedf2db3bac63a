/** Lists the unsent applications: their state, their text, and a link to their page. */
import { showPart } from '@/components/late-parts.client';
import { isLockHeld } from '@/device/storage/application/locks';
import {
  entryLock,
  isUnsent,
  readOutboxEntry,
  type OutboxEntry,
} from '@/device/storage/application/outbox-entry';
import { onOutboxChange, notifyOutboxChange } from '@/device/storage/outbox-changes.client';
import { deviceRecords, readStoredOutbox } from '@/device/storage/records.client';
import { interpolate } from '@/i18n/interpolate';
import { dayAndTime } from '@/i18n/format/reader-time';
import { createButton, createElement } from '@/applications/form/browser/element.client';
import type { PendingPanelStrings } from './pending-panel-strings';
import { nextRecord, pendingStatus } from '../entry-states';

const panel = document.querySelector<HTMLElement>('[data-pending]');

/** The text of an entry without one: a report about a reply, or a withdrawal. */
const answersOf = ({ payload }: OutboxEntry) =>
  Object.entries(payload)
    .filter(([name]) => !name.startsWith('_'))
    .map(([, answer]) => answer)
    .join('\n\n');

async function createRow(entry: OutboxEntry, strings: PendingPanelStrings): Promise<HTMLElement> {
  const { id, kind, text, createdAt, pressedAt } = entry;
  const { title, lang, organization, path } = entry.about;
  // Missing on plain HTTP, whatever the types say.
  const { locks } = navigator as Partial<Navigator>;
  const isSending =
    entry.state === 'sending' && locks !== undefined && (await isLockHeld(locks, entryLock(id)));
  const status = pendingStatus(entry, { now: Date.now(), isStored: true, isSending });
  const time = dayAndTime(document.documentElement.lang, Date.parse(pressedAt ?? createdAt));
  return createElement(
    'li',
    {},
    createElement('strong', { lang }, title),
    createElement('br', {}),
    organization,
    createElement('p', {}, interpolate(strings.statuses[status], { time })),
    createElement(
      'details',
      {},
      createElement('summary', {}, strings.text),
      createElement('p', { class: 'saved-copy' }, text ?? answersOf(entry)),
    ),
    kind === 'reply' || entry.withdraws !== undefined
      ? createButton(strings.remove, async () => {
          await deviceRecords.change('outbox', id, (value) =>
            nextRecord(readOutboxEntry(value), { type: 'delete' }, Date.now()),
          );
          notifyOutboxChange();
        })
      : createElement(
          'p',
          {},
          createElement('a', { href: `${path}#apply`, class: 'on-its-own' }, strings.open),
        ),
  );
}

async function show(place: HTMLElement, strings: PendingPanelStrings): Promise<void> {
  const entries = (await readStoredOutbox())
    .flatMap((value) => readOutboxEntry(value) ?? [])
    .filter(isUnsent);
  const rows = await Promise.all(entries.map((entry) => createRow(entry, strings)));
  place.querySelector('ul')?.replaceChildren(...rows);
  if (rows.length > 0) showPart(place);
  else place.hidden = true;
}

if (panel) {
  const strings = JSON.parse(panel.dataset['pending'] ?? '{}') as PendingPanelStrings;
  onOutboxChange(() => void show(panel, strings));
  void show(panel, strings);
}
