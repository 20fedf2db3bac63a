/**
 * The texts of the editors' tools. Labels and help of fields stand by field (`opportunity.title.label`) in
 * `editor/fields.*.json`. Of all others the English text is the key, since the checks have it already: a text that
 * changes loses its translations, which a test notices. `editor/en.json` has what editors read in place of a text that
 * the terminal says otherwise.
 */
import { createEditorTranslate, type EditorTranslate } from './create-editor-translate';
import en from './editor/en.json' with { type: 'json' };
import es from './editor/es.json' with { type: 'json' };
import fieldsEn from './editor/fields.en.json' with { type: 'json' };
import fieldsEs from './editor/fields.es.json' with { type: 'json' };
import fieldsFr from './editor/fields.fr.json' with { type: 'json' };
import fr from './editor/fr.json' with { type: 'json' };
import type { Locale } from './locales';

export type { EditorText, EditorTranslate } from './create-editor-translate';

/** A language without a file of its own reads English. */
const texts: Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>> = {
  en: { ...fieldsEn, ...en },
  fr: { ...fieldsFr, ...fr },
  es: { ...fieldsEs, ...es },
};

/** The texts of a language by their field or their English text, with `{gaps}`. */
export const editorTexts = (locale: Locale): Readonly<Record<string, string>> => texts[locale] ?? {};

/** The `t()` of the editors' tools in a language. */
export const editorTranslator = (locale: Locale): EditorTranslate =>
  createEditorTranslate(locale, editorTexts(locale));
