/** Loads the fit block where the visitor has given answers. */
import { showPart } from '@/components/late-parts.client';
import { fitKey, fitMark } from '../storage/keys';
import { onStorageChange, readStoredText } from '../storage/storage.client';

const block = document.querySelector<HTMLElement>('[data-fit]');
let shown: string | null = null;

function update(): void {
  const answers = readStoredText(fitKey);
  // Other stored data may have changed.
  if (!block || answers === shown) return;
  shown = answers;
  document.documentElement.classList.toggle(fitMark, answers !== null);
  if (answers === null) return;
  const part = block.querySelector<HTMLElement>('.fit-said');
  if (part) showPart(part);
  import('./fit-block.client')
    .then(({ showFit }) => showFit(block))
    .catch(() => {
      const list = block.querySelector('.fit-lines');
      if (list) list.textContent = block.dataset['error'] ?? '';
    });
}

onStorageChange(update);
update();
