/** The original text beside its translation, with a note where the translation is older. */
import { isLocale, localeTable } from '@/i18n/locales';
import type { RawFields } from '@/model/types/entry';
import { fieldPath } from './field-path.client';
import type { CheckedProps } from './field-faults.client';
import { readFormEntry } from './form-entry.client';
import { editorLocale, t } from '../page/language.client';
import { h, type Element } from '../page/react.client';

const valueAt = (fields: RawFields, path: readonly string[]) =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    fields,
  );

const languageNames = new Intl.DisplayNames(editorLocale, { type: 'language' });

const capitalized = (word = '') => word.slice(0, 1).toLocaleUpperCase(editorLocale) + word.slice(1);

/** Returns the original of a translated text; undefined for any other field. */
export function renderSource(props: CheckedProps): Element | undefined {
  const [locale, ...path] = fieldPath(props);
  const { fields, original, outdated } = readFormEntry(props.getEntry());
  if (!isLocale(locale) || original === undefined || locale === original) return undefined;
  const text = valueAt(fields, [original, ...path]);
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const names = {
    language: capitalized(languageNames.of(locale)),
    original: languageNames.of(original) ?? original,
  };
  const isOutdated = outdated.get(locale)?.includes(path[0] ?? '') === true;
  return h(
    'div',
    { className: 'source-text' },
    isOutdated ? h('strong', {}, t('{language} is older than {original}', names)) : undefined,
    h('span', {}, localeTable[original].name),
    h('div', { lang: original }, text),
  );
}
