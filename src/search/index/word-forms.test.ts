import { describe, expect, it } from 'vitest';
import { markRareForms } from './word-forms';

const repeat = (times: number, ...words: string[]) => Array.from({ length: times }, () => words);

describe('markRareForms', () => {
  it('marks a rare form beside a more frequent one, and not that one', () => {
    const documents = [...repeat(40, 'season'), ['seasons', 'water'], ['season', 'seasons']];
    const marked = markRareForms(documents);
    expect(marked.slice(0, 40).flat()).toEqual([]);
    expect(marked.slice(40)).toEqual([['seasons1'], ['seasons1']]);
  });

  it('marks both where neither is much more frequent', () => {
    expect(markRareForms([['titulo'], ['titulos']])).toEqual([['titulo1'], ['titulos1']]);
  });

  it('leaves words alone that have no other form, and frequent ones', () => {
    expect(markRareForms([['water', 'well'], ['pump']])).toEqual([[], []]);
    const documents = [...repeat(50, 'season'), ...repeat(40, 'seasons')];
    expect(markRareForms(documents).flat()).toEqual([]);
  });
});
