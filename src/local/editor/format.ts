/** How the editor's page reads and writes an entry's file. */
import { isLocale, locales } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/entry';
import { contentTypes } from '@/model/types';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import { writeYaml } from '@/sources/files/write-yaml';

/** The name of the format of a type's files, in the editor's page and in its configuration. */
export const formatOf = (type: ContentTypeName) => `entry-${type}`;

/** The field by which the editor lists entries and names new files. It isn't written: each time it is made anew. */
export const shownAs = 'shownAs';

const isFields = (value: unknown): value is RawFields => typeof value === 'object' && value !== null;

/** What an entry is called in lists: its title in the language that it was written in, else in any that has one. */
export function titleOf(type: ContentTypeName, fields: RawFields): string {
  const { title } = contentTypes[type];
  const original = fields['originalLanguage'];
  const order = isLocale(original) ? [original, ...locales] : locales;
  const titles = order.map((locale) => {
    const texts = fields[locale];
    return isFields(texts) ? texts[title] : undefined;
  });
  return titles.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? '';
}

/**
 * A file's fields with the one to show them by. A file that can't be read is listed with the reason; its form is empty,
 * and the storage takes no save of it.
 */
export function readFile(type: ContentTypeName, text: string): RawFields {
  try {
    const fields = parseYaml(text);
    return isFields(fields) ? { [shownAs]: titleOf(type, fields), ...fields } : {};
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return { [shownAs]: `This file ${error.message}. ${error.hint}` };
  }
}

/** What stands in the file. */
export function writeFile(type: ContentTypeName, fields: RawFields): string {
  return writeYaml(type, Object.fromEntries(Object.entries(fields).filter(([name]) => name !== shownAs)));
}
