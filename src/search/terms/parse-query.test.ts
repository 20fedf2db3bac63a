import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query';

const typed = (text: string) => parseQuery(text).words.map((word) => word.typed);

describe('a query', () => {
  it('is its words, without what separates them', () => {
    expect(typed('L’eau et/ou le sol, svp !')).toEqual(['eau', 'et', 'ou', 'le', 'sol', 'svp']);
    expect(typed('C++ (R) .NET B.A.F.A.')).toEqual(['C++', 'R', '.NET', 'B.A.F.A']);
  });

  it('has the parts of compounds', () => {
    const [word] = parseQuery('well-being').words;
    expect(word?.token.folded).toBe('wellbeing');
    expect(word?.parts.map(({ folded }) => folded)).toEqual(['well', 'being']);
  });

  it('has phrases in quotation marks', () => {
    const { words, phrases } = parseQuery('teach "sign language" «en ligne»');
    expect(phrases.map((tokens) => tokens.map(({ folded }) => folded))).toEqual([
      ['sign', 'language'],
      ['en', 'ligne'],
    ]);
    expect(words.map((word) => word.typed)).toEqual(['teach', 'sign', 'language', 'en', 'ligne']);
  });

  it('has words that results must not have', () => {
    const { words, excluded } = parseQuery('volunteer -hospice well-being - x');
    expect(excluded.map(({ folded }) => folded)).toEqual(['hospice']);
    expect(words.map((word) => word.typed)).toEqual(['volunteer', 'well-being', 'x']);
  });

  it('is empty where nothing can be found', () => {
    expect(parseQuery('* "" -')).toEqual({ words: [], phrases: [], excluded: [] });
  });
});
