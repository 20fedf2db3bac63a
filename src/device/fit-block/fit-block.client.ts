/** Fills the block on an opportunity's page: in short, and on demand in full. */
import { isEmpty } from '../fit/fit';
import { fitChecker } from '../fit/fit.client';
import { fitMark } from '../fit/fit-mark';
import type { PackedNeeds } from '../fit/fit-needs';
import { fitStore, profileOf } from '../fit/fit-store';
import { fitLines, type FitLine } from '../fit/fit-words';
import { loadFitWords } from '../fit/load-fit-words.client';
import { readStore } from '../storage/storage.client';

function itemOf({ verdict, text }: FitLine): HTMLLIElement {
  const item = document.createElement('li');
  item.className = `fit-${verdict}`;
  item.textContent = text;
  return item;
}

/** Shows what fits now. Rejects where the words can't be loaded. */
export async function showFit(block: HTMLElement): Promise<void> {
  const words = await loadFitWords(block.dataset['words'] ?? '');
  const profile = profileOf(readStore(fitStore));
  const check = fitChecker(profile);
  // What is stored may be something else than answers.
  document.documentElement.classList.toggle(fitMark, !isEmpty(profile));
  const list = block.querySelector('.fit-lines');
  const button = block.querySelector<HTMLButtonElement>('.fit-all');
  if (!check || !list || !button) return;
  const reasons = check(JSON.parse(block.dataset['fit']?.replaceAll("'", '"') ?? '') as PackedNeeds);
  const { lang } = document.documentElement;
  const short = fitLines(reasons, words, lang, true);
  const full = fitLines(reasons, words, lang, false);
  list.replaceChildren(...short.map(itemOf));
  button.hidden = JSON.stringify(short) === JSON.stringify(full);
  button.onclick = () => {
    list.replaceChildren(...full.map(itemOf));
    button.hidden = true;
    // The button is gone: the focus goes to what it has brought.
    list.setAttribute('tabindex', '-1');
    if (list instanceof HTMLElement) list.focus();
  };
}
