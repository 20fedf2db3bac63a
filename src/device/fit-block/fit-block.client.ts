/** Fills the block on an opportunity's page: the short version first, the full one on demand. */
import type { FitLine } from '../fit/fit-lines';
import type { PackedNeeds } from '../fit/fit-needs';
import { loadFit } from '../fit/load-fit.client';
import { readFitProfile } from '../storage/fit/fit-answers.client';
import { isEmptyProfile } from '../storage/fit/fit-store';
import { fitMark } from '../storage/keys';

function createItem({ verdict, text }: FitLine): HTMLLIElement {
  const item = document.createElement('li');
  item.className = `fit-${verdict}`;
  item.textContent = text;
  return item;
}

/** Shows the current fit. Rejects where the strings can't be loaded. */
export async function showFit(block: HTMLElement): Promise<void> {
  const profile = readFitProfile();
  const fit = await loadFit(profile, block.dataset['words'] ?? '', document.documentElement.lang);
  // The stored value may not be answers.
  document.documentElement.classList.toggle(fitMark, !isEmptyProfile(profile));
  const list = block.querySelector<HTMLElement>('.fit-lines');
  const button = block.querySelector<HTMLButtonElement>('.fit-all');
  if (!fit || !list || !button) return;
  const reasons = fit.reasons(JSON.parse(block.dataset['fit']?.replaceAll("'", '"') ?? '') as PackedNeeds);
  const [short, full] = [fit.lines(reasons, true), fit.lines(reasons, false)];
  list.replaceChildren(...short.map(createItem));
  button.hidden = JSON.stringify(short) === JSON.stringify(full);
  button.onclick = () => {
    list.replaceChildren(...full.map(createItem));
    button.hidden = true;
    // The button is gone: the focus moves to the lines that it has shown.
    list.setAttribute('tabindex', '-1');
    list.focus();
  };
}
