/** Reads and writes the fields of an entry's file. */
import { isLocale, locales } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import { formatEntryYaml } from '@/sources/files/format-yaml';

const isFields = (value: unknown): value is RawFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns an entry's title for lists, in the original language or in any that has one. */
export function findEntryTitle(type: ContentTypeName, fields: RawFields): string {
  const { title } = contentTypes[type];
  const original = fields['originalLanguage'];
  const order = isLocale(original) ? [original, ...locales] : locales;
  const titles = order.map((locale) => {
    const texts = fields[locale];
    return isFields(texts) ? texts[title] : undefined;
  });
  return titles.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? '';
}

/** Parses the fields of a file; none if the file has none. Throws a `YamlError`. */
function parseFields(text: string): RawFields {
  const fields = parseYaml(text);
  return isFields(fields) ? fields : {};
}

/** Parses the fields of a file; undefined if it isn't valid. */
export function tryParseFields(text: string): RawFields | undefined {
  try {
    return parseFields(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return undefined;
  }
}

/** Formats fields as a file's text. */
export const writeFields = (type: ContentTypeName, fields: RawFields) => formatEntryYaml(type, fields);
