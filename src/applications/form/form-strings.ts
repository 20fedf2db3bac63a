/** The strings and lists of a form beside its questions: the same for every opportunity in a language. */
import { createCollator } from '@/i18n/format/format';
import { countryName } from '@/i18n/names';
import { stringsFile, type StringsFile } from '@/i18n/strings-file';
import type { Translate } from '@/i18n/translate';
import { countries } from '@/model/vocabularies/countries';
import type { StringKey } from '@/i18n/strings';
import { emailDomains } from './email/email-domains';
import { formStringKeys, type FormChoice, type FormFile, type FormStrings } from './form-props';

/** The kind of a form: an application, or a message to the editors. */
type FormKind = 'apply' | 'message';

/**
 * Translates a string of a form: a message's own (`message.<name>`) where there is one, else an application's
 * (`apply.<name>`).
 */
function formString(t: Translate, of: FormKind, key: StringKey): string {
  const own = of === 'message' ? t.maybe(key.replace(/^apply\./, 'message.')) : undefined;
  return own ?? t(key);
}

/** The strings of a form in the language of `t`; those of a message under the keys of an application. */
export function formStrings(t: Translate, of: FormKind = 'apply'): FormStrings {
  const strings = t.all(...formStringKeys);
  const keys = Object.keys(strings) as (keyof FormStrings)[];
  return Object.fromEntries(keys.map((key) => [key, formString(t, of, key)])) as FormStrings;
}

/** The file of a language with what its forms share. */
export function formFile(t: Translate, of: FormKind): StringsFile {
  const data: () => FormFile = () => ({
    strings: formStrings(t, of),
    emailDomains,
    countries: countryChoices(t),
  });
  return stringsFile(t, of, data);
}

/** Sorted by name. */
function countryChoices(t: Translate): readonly FormChoice[] {
  const compare = createCollator(t.locale);
  const choices = countries.map((code): FormChoice => [code, countryName(t, code)]);
  return choices.toSorted(([, a], [, b]) => compare(a, b));
}
