/** The tables of words to avoid in docs/writing.md, and what looks for them in a text. */
import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Locale } from '@/i18n/locales';
import { markdownText, type MarkdownNode } from '@/pipeline/texts/markdown/tree';

/** Where a text comes from. */
export const textKinds = ['strings', 'messages', 'documents', 'content'] as const;
export type TextKind = (typeof textKinds)[number];

export interface AvoidedWord {
  /** As the table has it: `mend…`. */
  readonly phrase: string;
  readonly use: string;
  readonly kinds: readonly TextKind[];
  readonly pattern: RegExp;
}

/** The languages as the headings of docs/writing.md name them. */
const languages: Readonly<Record<string, Locale>> = { English: 'en', French: 'fr', Spanish: 'es' };

export const parseMarkdown = (text: string): MarkdownNode =>
  unified().use(remarkParse).use(remarkGfm).parse(text);

/** Quotation marks, apostrophes and spaces of one kind: `It’s -> it's`. */
const plain = (text: string) => text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/gu, ' ');

/** `'mend…' -> /(?<!…)mend\p{L}*(?!…)/u`; a word is never found inside another one. */
function patternOf(phrase: string): RegExp {
  const escaped = plain(phrase).replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])${escaped.replace(/…$/u, String.raw`\p{L}*`)}(?![\p{L}\p{N}])`,
    'u',
  );
}

function kindsOf(cell: string): readonly TextKind[] {
  if (cell === '') return textKinds;
  return cell.split(/,\s*/u).map((name) => {
    const kind = textKinds.find((known) => known === name);
    if (!kind) throw new Error(`docs/writing.md: “${name}” is none of ${textKinds.join(', ')}.`);
    return kind;
  });
}

function wordsOf(row: MarkdownNode): AvoidedWord[] {
  const [avoid = '', use = '', where = ''] = (row.children ?? []).map((cell) => markdownText(cell).trim());
  if (avoid === '' || use === '') throw new Error(`docs/writing.md: a row has an empty cell: “${avoid}”.`);
  const kinds = kindsOf(where);
  return avoid.split(' / ').map((phrase) => ({ phrase, use, kinds, pattern: patternOf(phrase) }));
}

/** Reads the words of a document with the headings and tables of docs/writing.md. */
export function parseAvoidedWords(text: string): ReadonlyMap<Locale, readonly AvoidedWord[]> {
  const found = new Map<Locale, readonly AvoidedWord[]>();
  let heading = '';
  for (const node of parseMarkdown(text).children ?? []) {
    if (node.type === 'heading') heading = markdownText(node);
    const locale = languages[heading];
    if (node.type === 'table' && locale) found.set(locale, (node.children ?? []).slice(1).flatMap(wordsOf));
  }
  return found;
}

export const avoidedWords = parseAvoidedWords(readFileSync('docs/writing.md', 'utf8'));

/** The words to avoid that a text has: `('Mend it.', …) -> ['“mend”, use fix: “Mend it.”']`. */
export function faultsIn(text: string, words: readonly AvoidedWord[], kind: TextKind): string[] {
  const searched = plain(text);
  return words.flatMap(({ phrase, use, kinds, pattern }) => {
    const at = kinds.includes(kind) ? searched.search(pattern) : -1;
    return at < 0 ? [] : [`“${phrase}”, use ${use}: “${searched.slice(Math.max(0, at - 30), at + 50)}”`];
  });
}
