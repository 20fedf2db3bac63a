/** Translates the texts of the editors' tools, for a tool that loads only its own language (`editor.ts` has all). */
import type fr from './editor/fr.json';
import { interpolate, type Params } from './interpolate';
import type { Locale } from './locales';

/** A text that is translated into every language of the editors' tools. */
export type EditorText = keyof typeof fr;

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
