/** Fills the block on an opportunity's page: the short version first, the full one on demand. */
import { isEmptyProfile } from '../fit/fit-check';
import { createFitChecker } from '../fit/fit-answers.client';
import { fitMark } from '../storage/fit-mark';
import type { PackedNeeds } from '../fit/fit-needs';
import { fitStore, profileFromAnswers } from '../storage/fit/fit-store';
import { createFitLines, type FitLine } from '../fit/fit-lines';
import { loadFitStrings } from '../fit/load-fit-strings.client';
import { readStore } from '../storage/storage.client';

function createItem({ verdict, text }: FitLine): HTMLLIElement {
  const item = document.createElement('li');
  item.className = `fit-${verdict}`;
  item.textContent = text;
  return item;
}

/** Shows the current fit. Rejects where the strings can't be loaded. */
export async function showFit(block: HTMLElement): Promise<void> {
  const strings = await loadFitStrings(block.dataset['words'] ?? '');
  const profile = profileFromAnswers(readStore(fitStore));
  const check = createFitChecker(profile);
  // The stored value may not be answers.
  document.documentElement.classList.toggle(fitMark, !isEmptyProfile(profile));
  const list = block.querySelector('.fit-lines');
  const button = block.querySelector<HTMLButtonElement>('.fit-all');
  if (!check || !list || !button) return;
  const reasons = check(JSON.parse(block.dataset['fit']?.replaceAll("'", '"') ?? '') as PackedNeeds);
  const { lang } = document.documentElement;
  const short = createFitLines(reasons, strings, lang, true);
  const full = createFitLines(reasons, strings, lang, false);
  list.replaceChildren(...short.map(createItem));
  button.hidden = JSON.stringify(short) === JSON.stringify(full);
  button.onclick = () => {
    list.replaceChildren(...full.map(createItem));
    button.hidden = true;
    // The button is gone: the focus moves to the lines that it has shown.
    list.setAttribute('tabindex', '-1');
    if (list instanceof HTMLElement) list.focus();
  };
}
