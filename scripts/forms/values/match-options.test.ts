import { describe, expect, it } from 'vitest';
import { findNamed, matchOptions } from './match-options';

const options = [
  { id: 'a', name: 'River Banks Alliance', words: 'Alliance des rives' },
  { id: 'b', name: 'Two Banks', words: 'Deux rives, Dos orillas' },
  { id: 'c', name: 'École du port', words: 'Harbour School' },
];

const idsFor = (text: string) => matchOptions(options, text).map(({ id }) => id);

describe('a choice', () => {
  it.each([
    ['Two Banks', ['b']],
    ['banks two', ['b']],
    ['rives', ['a', 'b']],
    ['orillas', ['b']],
    ['ecole', ['c']],
    ['banks', ['a', 'b']],
    ['zzzz', []],
    ['…', []],
    ['', ['a', 'b', 'c']],
  ])('is found by words in any order and language: %j', (text, ids) => {
    expect(idsFor(text)).toEqual(ids);
  });

  it('comes first where its name begins with what is typed', () => {
    const named = [
      { id: 'x', name: 'Port office' },
      { id: 'y', name: 'Office' },
    ];
    expect(matchOptions(named, 'office').map(({ id }) => id)).toEqual(['y', 'x']);
  });

  it('is known by its whole name, if no other has it', () => {
    expect(findNamed(options, 'two banks ')?.id).toBe('b');
    expect(findNamed(options, 'two')).toBeUndefined();
    expect(findNamed([...options, { id: 'd', name: 'Two Banks' }], 'Two Banks')).toBeUndefined();
  });
});
