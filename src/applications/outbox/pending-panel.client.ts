/** Lists what hasn't arrived, with links to the pages that say how each one stands. */
import { showPart } from '@/components/late-parts.client';
import { isUnsent, readEntry } from '@/device/storage/outbox';
import { storedOutbox } from '@/device/storage/records.client';
import { onChange } from '@/device/storage/storage.client';
import { element } from '../form/element.client';

const panel = document.querySelector<HTMLElement>('[data-pending]');

async function show(place: HTMLElement): Promise<void> {
  const entries = (await storedOutbox()).flatMap((value) => readEntry(value) ?? []).filter(isUnsent);
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
