import { describe, expect, it } from 'vitest';
import { tokenize } from './tokenize';

const folded = (text: string) => tokenize(text).map((token) => token.folded);

describe('tokens', () => {
  it('are words, without accents, capitals and elisions', () => {
    expect(tokenize('L’Été, à Côté')).toEqual([
      { spelled: 'été', folded: 'ete' },
      { spelled: 'à', folded: 'a' },
      { spelled: 'côté', folded: 'cote' },
    ]);
  });

  it('are compounds and their parts', () => {
    expect(folded('well-being B.A.F.A.')).toEqual(['wellbeing', 'well', 'being', 'bafa']);
  });

  it('keep the signs of names', () => {
    expect(folded('(C++, C#) or .NET.')).toEqual(['c++', 'c#', 'or', '.net']);
  });

  it('are addresses as a whole and in parts', () => {
    expect(folded('help@pantry.example')).toEqual(['helppantryexample', 'help', 'pantry', 'example']);
  });

  it('are emoji too', () => {
    expect(folded('dogs🐶 ❤️')).toEqual(['dogs', '🐶', '❤']);
  });

  it('are none where there is nothing to find', () => {
    expect(folded('* "" … -')).toEqual([]);
  });
});
