/** Fills the block on an opportunity's page. */
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
  if (!fit) return;
  const reasons = fit.reasons(JSON.parse(block.dataset['fit']?.replaceAll("'", '"') ?? '') as PackedNeeds);
  block.querySelector('.fit-lines')?.replaceChildren(...fit.lines(reasons, false).map(createItem));
}
