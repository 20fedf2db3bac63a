/** Lists what hasn't arrived, with links to the pages that send it. Without the code that sends: there is no room here. */
import { showPart } from '@/components/late-parts.client';
import { readEntry } from '@/device/storage/outbox';
import { outboxMark } from '@/device/storage/outbox-mark';
import { deviceRecords } from '@/device/storage/records.client';
import { onChange, valueAt } from '@/device/storage/storage.client';
import { element } from '../form/element.client';

const panel = document.querySelector<HTMLElement>('[data-pending]');

async function show(place: HTMLElement): Promise<void> {
  const all = valueAt(outboxMark) === null ? [] : await deviceRecords.all('outbox').catch(() => []);
  const entries = all.flatMap((value) => readEntry(value) ?? []).filter(({ state }) => state !== 'sent');
  const rows = entries.map(({ kind, about: { title, lang, organization, path } }) =>
    element(
      'li',
      {},
      element('a', { href: kind === 'reply' ? path : `${path}#apply`, lang, class: 'on-its-own' }, title),
      element('br', {}),
      organization,
    ),
  );
  place.querySelector('ul')?.replaceChildren(...rows);
  if (rows.length > 0) showPart(place);
  else place.hidden = true;
}

if (panel) {
  onChange(() => void show(panel));
  void show(panel);
}
