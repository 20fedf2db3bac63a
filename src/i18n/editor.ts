/**
 * The texts of the editors' tools. Labels and help of fields stand by field (`opportunity.title.label`) in
 * `editor/fields.*.json`. Of all others the English text is the key, since the checks have it already: a text that
 * changes loses its translations, which a test notices. `editor/en.json` has what editors read in place of a text that
 * the terminal says otherwise.
 */
import en from './editor/en.json' with { type: 'json' };
import es from './editor/es.json' with { type: 'json' };
import fieldsEn from './editor/fields.en.json' with { type: 'json' };
import fieldsEs from './editor/fields.es.json' with { type: 'json' };
import fieldsFr from './editor/fields.fr.json' with { type: 'json' };
import fr from './editor/fr.json' with { type: 'json' };
import { interpolate, type Params } from './interpolate';
import type { Locale } from './locales';

/** A text that is translated into every language of the editors' tools. */
export type EditorText = keyof typeof fr;

/** A language without a file of its own reads English. */
const texts: Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>> = {
  en: { ...fieldsEn, ...en },
  fr: { ...fieldsFr, ...fr },
  es: { ...fieldsEs, ...es },
};

/** Translates the texts of editors' tools. */
export interface EditorTranslate {
  /** A text of the tools themselves, its `{gaps}` filled. */
  (text: EditorText, params?: Params): string;
  /** A text from elsewhere, or the key of one; itself if it has no translation. */
  any(text: string): string;
  /** A text whose gaps are filled already, such as a finding of a check: `'Give at least 2.'`. */
  filled(text: string): string;
  readonly locale: Locale;
}

/** The texts of a language by their field or their English text, with `{gaps}`. */
export const editorTexts = (locale: Locale): Readonly<Record<string, string>> => texts[locale] ?? {};

const gap = /\{\d\}/;

interface Template {
  readonly pattern: RegExp;
  readonly translation: string;
}

/** `'is {0} weeks' -> /^is (.+?) weeks$/` */
function toPattern(text: string): RegExp {
  const parts = text.split(gap).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('([^]+?)')}$`, 'u');
}

type Texts = Readonly<Record<string, string>>;

const known = new WeakMap<Texts, readonly Template[]>();

/** Texts with gaps; those with the most words of their own first, so that the most exact one is found. */
function templatesOf(own: Texts): readonly Template[] {
  const found = known.get(own);
  if (found) return found;
  const length = (text: string) => text.replaceAll(/\{\d\}/g, '').length;
  const templates = Object.entries(own)
    .filter(([text]) => gap.test(text))
    .toSorted(([a], [b]) => length(b) - length(a))
    .map(([text, translation]) => ({ pattern: toPattern(text), translation }));
  known.set(own, templates);
  return templates;
}

function translateFilled(own: Texts, text: string): string {
  const exact = own[text];
  if (exact !== undefined) return exact;
  for (const { pattern, translation } of templatesOf(own)) {
    const match = pattern.exec(text);
    if (!match) continue;
    // Text by an editor has no translation here, so it stays as it is.
    const values = match.slice(1).map((value, index) => [index, translateFilled(own, value)] as const);
    return interpolate(translation, Object.fromEntries(values));
  }
  return text;
}

/** The `t()` of a language over these texts, for a tool that loads only its own language. */
export function createEditorTranslate(locale: Locale, own: Texts): EditorTranslate {
  const t = (text: EditorText, params?: Params) => interpolate(own[text] ?? text, params ?? {});
  return Object.assign(t, {
    locale,
    any: (text: string) => own[text] ?? text,
    filled: (text: string) => translateFilled(own, text),
  });
}

/** The `t()` of the editors' tools in a language. */
export const editorTranslator = (locale: Locale): EditorTranslate =>
  createEditorTranslate(locale, editorTexts(locale));
