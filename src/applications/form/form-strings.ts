/** The strings and lists of forms beside their questions: the same for every form of a kind in a language (build side). */
import { stringsFile } from '@/i18n/strings-file';
import type { Translate } from '@/i18n/translate';
import { countries } from '@/model/vocabularies/countries';
import { emailDomains } from './email/email-domains';
import type { FormFacts, FormFile, FormStrings } from './form-props';
import { choicesOf } from './questions';

/** Returns the string of a form; of a message its own (`message.send`) where there is one. */
export function formString(t: Translate, kind: FormFacts['kind'], key: keyof FormStrings): string {
  return (kind && t.maybe(key.replace(/^form\./, `${kind}.`))) ?? t(key);
}

export function formStrings(t: Translate, kind?: FormFacts['kind']): FormStrings {
  const keys = Object.keys(t.all('form.', 'told.')) as (keyof FormStrings)[];
  return Object.fromEntries(keys.map((key) => [key, formString(t, kind, key)])) as FormStrings;
}

/** The file of a language with what its forms of a kind share. */
export const formFile = (t: Translate, kind?: FormFacts['kind']) =>
  stringsFile(t, kind ?? 'apply', (): FormFile => ({
    strings: formStrings(t, kind),
    emailDomains,
    countries: choicesOf(t, { labels: 'country', ids: countries }),
  }));

/** The file of a language about what is attached to an application, for forms that accept it. */
export const attachmentStringsFile = (t: Translate) =>
  stringsFile(t, 'attachment', () => t.all('apply.attachment.'));
