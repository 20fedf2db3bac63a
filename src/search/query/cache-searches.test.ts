import { expect, it } from 'vitest';
import { cacheSearches } from './cache-searches';

/** An index that notes what it is asked for. */
function notingIndex() {
  const asked: string[] = [];
  const note = (what: string) => Promise.resolve(void asked.push(what));
  return {
    asked,
    index: cacheSearches({
      search: (words) => note(`search ${words}`).then(() => []),
      count: (words) => note(`count ${words}`).then(() => 0),
      preload: (word) => note(`preload ${word}`),
    }),
  };
}

it('searches for the same words once', async () => {
  const { asked, index } = notingIndex();
  const results = await index.search('water');
  expect(await index.search('water')).toBe(results);
  await index.search('wells');
  expect(asked).toEqual(['search water', 'search wells']);
});

it('searches again when more of the index is loaded', async () => {
  const { asked, index } = notingIndex();
  await index.search('con');
  await index.preload('contrat');
  await index.search('con');
  expect(asked).toEqual(['search con', 'preload contrat', 'search con']);
});
