import { locales } from '@/i18n/locales';
import { label } from '@/i18n/names';
import { translator } from '@/i18n/translate';
import { causes } from '@/model/vocabularies/causes';
import { describe, expect, it } from 'vitest';
import { getImportFields, type ImportField } from '../import-fields';
import { termSchema } from '../table/column-values';
import { findTerm } from './find-term';

/** The choice that a field, or each item of a list, is. */
const choice = (path: string) => termSchema(getImportFields('opportunity').get(path) as ImportField);

describe('termOf', () => {
  it.each([
    ['causes', 'water', 'water'],
    ['causes', '  EAU et  assainissement', 'water'],
    ['causes', 'salud', 'health'],
    ['countries', 'sn', 'SN'],
    ['countries', 'SEN', 'SN'],
    ['countries', 'Cote d’Ivoire', 'CI'],
    ['countries', 'Alemania', 'DE'],
    ['countries', 'Democratic Republic of the Congo', 'CD'],
    ['regions', '11', '011'],
    ['regions', 'Afrique occidentale', '011'],
    ['regions', '001', '001'],
    ['sdgs', 'SDG 4', '4'],
    ['sdgs', 'ODD 4', '4'],
    ['sdgs', 'SDG4: Quality education', '4'],
    ['sdgs', '4. Quality education', '4'],
    ['languages.language', 'inglés', 'en'],
    ['languages.level', 'courant', 'fluent'],
    ['status', 'Pourvue', 'filled'],
  ])('%s: %s is %s', (path, words, id) => {
    expect(findTerm(choice(path), words)).toBe(id);
  });

  it.each([
    ['causes', 'wat'],
    ['countries', 'Congo, somewhere'],
    ['sdgs', '18'],
    ['causes', ''],
  ])('%s: nothing is called %j', (path, words) => {
    expect(findTerm(choice(path), words)).toBeUndefined();
  });

  it('knows every label of a vocabulary in every language', () => {
    for (const locale of locales) {
      const t = translator(locale);
      const found = causes.map((id) => findTerm(choice('causes'), label(t, 'cause', id)));
      expect(found).toEqual([...causes]);
    }
  });
});
