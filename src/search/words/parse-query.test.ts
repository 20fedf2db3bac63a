import { describe, expect, it } from 'vitest';
import { loadLanguage } from './load-language';
import { parseQuery } from './parse-query';

const rules = await loadLanguage('en');
const parse = (text: string) => parseQuery(text, rules);

const typed = (text: string) => parse(text).words.map((word) => word.typed);

describe('a query', () => {
  it('is its words, without what separates them', () => {
    expect(typed('L’eau et/ou le sol, svp !')).toEqual(['eau', 'et', 'ou', 'le', 'sol', 'svp']);
    expect(typed('C++ (R) .NET B.A.F.A.')).toEqual(['C++', 'R', '.NET', 'B.A.F.A']);
  });

  it('has the parts of compounds', () => {
    const [word] = parse('well-being').words;
    expect(word?.token.folded).toBe('wellbeing');
    expect(word?.parts.map(({ folded }) => folded)).toEqual(['well', 'being']);
  });

  it('has words in quotation marks', () => {
    const { words } = parse('teach "sign language" «en ligne» “"');
    expect(words.map((word) => `${word.typed} ${word.isQuoted}`)).toEqual([
      'teach false',
      'sign true',
      'language true',
      'en true',
      'ligne true',
    ]);
  });

  it('has words that results must not have', () => {
    const { words, excluded } = parse('volunteer -hospice well-being - x');
    expect(excluded.map((one) => one.words.map((word) => word.typed))).toEqual([['hospice']]);
    expect(words.map((word) => word.typed)).toEqual(['volunteer', 'well-being', 'x']);
  });

  it('can be quoted, without what says nothing', () => {
    expect(parse('I want to "teach" sign, language but not to kids').quoted).toBe(
      '"teach sign language", but not kids',
    );
  });

  it('is empty where nothing can be found', () => {
    expect(parse('* "" -')).toEqual({ words: [], excluded: [], quoted: '' });
  });
});
