import { describe, expect, it } from 'vitest';
import { countPhraseWords, fillSlots, SlotError, countWordRange } from './phrase';

const things = { en: 'pump records', fr: 'les relevés de pompe', es: 'los partes de la bomba' };

describe('fill', () => {
  it('fills slots, melts French articles, and begins with a capital', () => {
    const phrase = {
      en: '{things} of {place}',
      fr: '{n} pages de {things} à {place}, de les voir',
      es: '{things}',
    };
    expect(fillSlots(phrase, { things, place: 'Dori', n: 9 })).toEqual({
      en: 'Pump records of Dori',
      fr: '9 pages des relevés de pompe à Dori, de les voir',
      es: 'Los partes de la bomba',
    });
  });

  it('says which slot has no value', () => {
    expect(() => fillSlots(things, {})).not.toThrow();
    expect(() => fillSlots({ ...things, es: '{who} llega' }, {})).toThrow(SlotError);
  });
});

describe('words', () => {
  it('are what white space parts', () => {
    expect(countPhraseWords('- Two words\n\n- l’eau : trois')).toBe(4);
    expect(countWordRange({ en: 'one', fr: 'un deux trois', es: 'uno dos' })).toEqual({ fewest: 1, most: 3 });
  });
});
