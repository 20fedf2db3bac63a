/** How long later searches and choices take in a page that has loaded what they need. */
import type { Page } from '@playwright/test';

/** Runs in the page: does something, and resolves to the ms until the number of results is told anew and shown. */
async function timeUntilTold(doing: { readonly words?: string; readonly facet?: number }): Promise<number> {
  const told = document.querySelector('.search-total');
  const list = document.querySelector('.search-main ul.rows');
  const form = document.querySelector<HTMLFormElement>('.search-words');
  const input = document.querySelector<HTMLInputElement>('#search-q');
  if (!told || !list || !form || !input) throw new Error('This is no page of a search.');
  const started = performance.now();
  const done = new Promise<number>((resolve) => {
    let wasBusy = false;
    const observer = new MutationObserver(() => {
      wasBusy ||= list.getAttribute('aria-busy') === 'true';
      if (!wasBusy || list.getAttribute('aria-busy') !== 'false') return;
      observer.disconnect();
      resolve(performance.now() - started);
    });
    observer.observe(list, { attributes: true });
  });
  if (doing.words !== undefined) {
    input.value = doing.words;
    form.requestSubmit();
  } else {
    document
      .querySelectorAll<HTMLInputElement>('#search-filters input[type=checkbox]')
      [doing.facet ?? 0]?.click();
  }
  return done;
}

/** Searches for words twice each, and times the second time, ms. */
export async function timeWords(page: Page, words: readonly string[]): Promise<number[]> {
  for (const one of words) await page.evaluate(timeUntilTold, { words: one });
  const times: number[] = [];
  for (const one of words) times.push(await page.evaluate(timeUntilTold, { words: one }));
  return times;
}

/** Chooses a value of a facet and takes it back, so many times; ms each. */
export async function timeChoices(page: Page, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < 2 * times; turn++) taken.push(await page.evaluate(timeUntilTold, { facet: 0 }));
  return taken;
}
