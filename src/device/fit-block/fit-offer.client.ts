/** Says what fits where there is something to say; what that takes is only loaded then. */
import { showPart } from '@/components/late-parts.client';
import { fitKey, fitMark } from '../fit/fit-mark';
import { onChange, valueAt } from '../storage/storage.client';

const block = document.querySelector<HTMLElement>('[data-fit]');
let shown: string | null = null;

function look(): void {
  const said = valueAt(fitKey);
  // Saving something is a change too, which is none here.
  if (!block || said === shown) return;
  shown = said;
  document.documentElement.classList.toggle(fitMark, said !== null);
  if (said === null) return;
  const part = block.querySelector<HTMLElement>('.fit-said');
  if (part) showPart(part);
  import('./fit-block.client')
    .then(({ showFit }) => showFit(block))
    .catch(() => {
      const list = block.querySelector('.fit-lines');
      if (list) list.textContent = block.dataset['error'] ?? '';
    });
}

onChange(look);
look();
