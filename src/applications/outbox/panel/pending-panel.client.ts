/** Lists what hasn't arrived: how each one stands, what it says, and the way to its page. */
import { showPart } from '@/components/late-parts.client';
import { isLockHeld } from '@/device/storage/locks';
import { entryLock, isUnsent, readEntry, type OutboxEntry } from '@/device/storage/application/outbox';
import { onOutboxChange, tellOutboxChange } from '@/device/storage/application/outbox-changes.client';
import { deviceRecords, storedOutbox } from '@/device/storage/records.client';
import { interpolate } from '@/i18n/interpolate';
import { dayAndTime } from '@/i18n/reader-time';
import { button, element } from '@/applications/form/browser/element.client';
import type { PanelStrings } from './panel-strings';
import { nextRecord, statusOf } from '../states';

const panel = document.querySelector<HTMLElement>('[data-pending]');

/** Of an entry of an earlier version, which has no text for people: what was answered. */
const answersOf = ({ payload }: OutboxEntry) =>
  Object.entries(payload)
    .filter(([name]) => !name.startsWith('_'))
    .map(([, answer]) => answer)
    .join('\n\n');

async function row(entry: OutboxEntry, strings: PanelStrings): Promise<HTMLElement> {
  const { id, kind, text, createdAt, pressedAt } = entry;
  const { title, lang, organization, path } = entry.about;
  // Missing on plain HTTP, whatever the types say.
  const { locks } = navigator as Partial<Navigator>;
  const isSending =
    entry.state === 'sending' && locks !== undefined && (await isLockHeld(locks, entryLock(id)));
  const status = statusOf(entry, { now: Date.now(), isStored: true, isSending });
  const time = dayAndTime(document.documentElement.lang, Date.parse(pressedAt ?? createdAt));
  return element(
    'li',
    {},
    element('strong', { lang }, title),
    element('br', {}),
    organization,
    element('p', {}, interpolate(strings.statuses[status], { time })),
    element(
      'details',
      {},
      element('summary', {}, strings.text),
      element('p', { class: 'saved-copy' }, text ?? answersOf(entry)),
    ),
    kind === 'reply' || entry.withdraws !== undefined
      ? button(strings.remove, async () => {
          await deviceRecords.change('outbox', id, (value) =>
            nextRecord(readEntry(value), { type: 'delete' }, Date.now()),
          );
          tellOutboxChange();
        })
      : element('p', {}, element('a', { href: `${path}#apply`, class: 'on-its-own' }, strings.open)),
  );
}

async function show(place: HTMLElement, strings: PanelStrings): Promise<void> {
  const entries = (await storedOutbox()).flatMap((value) => readEntry(value) ?? []).filter(isUnsent);
  const rows = await Promise.all(entries.map((entry) => row(entry, strings)));
  place.querySelector('ul')?.replaceChildren(...rows);
  if (rows.length > 0) showPart(place);
  else place.hidden = true;
}

if (panel) {
  const strings = JSON.parse(panel.dataset['pending'] ?? '{}') as PanelStrings;
  onOutboxChange(() => void show(panel, strings));
  void show(panel, strings);
}
