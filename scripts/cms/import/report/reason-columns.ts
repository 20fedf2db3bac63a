/** The column with the reasons for which rows were left out. */
import { editorTranslator } from '@/i18n/editor';
import { locales } from '@/i18n/locales';

/** Its name in English, which is the key of its names in other languages. */
export const reasons = 'Reasons';

/** The names of the column with the reasons, which isn't imported. */
export const reasonColumns: ReadonlySet<string> = new Set(
  locales.map((locale) => editorTranslator(locale)(reasons)),
);
