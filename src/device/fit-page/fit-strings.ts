/** The strings of the fit check in a language, and the file that they are loaded from (build side). */
import { label, languageName } from '@/i18n/names';
import { stringsFile } from '@/i18n/strings-file';
import type { Translate } from '@/i18n/translate';
import { countries } from '@/model/vocabularies/countries';
import { workLanguages } from '@/model/vocabularies/languages';
import { skills } from '@/model/vocabularies/skills';
import { questionId } from '../storage/fit/fit-store';
import { fitStringKeys, type FitStrings } from '../fit/fit-lines';

/**
 * The strings and names in the language of `t`. Names of countries only where ours differ from the browser's own
 * (`fit-lines.ts`): those in use would change with the content, and with them the address that every opportunity has.
 */
export function fitStrings(t: Translate): FitStrings {
  return {
    strings: t.all(...fitStringKeys),
    names: Object.fromEntries([
      ...workLanguages.map((tag) => [questionId('language', tag), languageName(t, tag)]),
      ...skills.map((id) => [questionId('skill', id), label(t, 'skill', id)]),
      ...countries.flatMap((code) => {
        const name = t.maybe(`country.${code}`);
        return name === undefined ? [] : [[questionId('from', code), name]];
      }),
    ]),
  };
}

/** The file with them, which every opportunity names. */
export const fitStringsFile = (t: Translate) => stringsFile(t, 'fit', () => fitStrings(t));
