/** Every text that someone reads, by language and by where it comes from. */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { editorTexts } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { strings } from '@/i18n/strings';
import { markdownText, type MarkdownNode } from '@/pipeline/texts/markdown/tree';
import { createFilesSource } from '@/sources/files/files-source';
import { parseMarkdown } from './words';

/** A text, and the place that a failed test names. */
export type WrittenText = readonly [place: string, text: string];

/** Fields of the content that are read by programs. */
const technical = new Set(['slug', 'shortSlug', 'key', 'url', 'means']);

function textsOf(value: unknown, path: string): WrittenText[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    technical.has(key) ? [] : textsOf(part, `${path}.${key}`),
  );
}

const { entries } = await createFilesSource('content').read(() => undefined);

export const contentTexts = (locale: Locale): WrittenText[] =>
  entries.flatMap(({ origin, locales }) => textsOf(locales[locale], origin.label));

/** The interface's strings and those of the editors' tools, whose English is their key. */
export const stringTexts = (locale: Locale): WrittenText[] => [
  ...Object.entries(strings[locale]),
  ...Object.entries(editorTexts(locale === 'en' ? 'fr' : locale)).map(([key, text]): WrittenText => [
    `editor: ${key}`,
    locale === 'en' ? key : text,
  ]),
  ...(locale === 'en' ? Object.entries(editorTexts('en')) : []),
];

const blocks = new Set(['paragraph', 'heading', 'tableCell']);

/** A document block by block, without code. */
function blocksOf(node: MarkdownNode): string[] {
  if (blocks.has(node.type)) {
    const parts = [node];
    for (const part of parts) parts.push(...(part.children ?? []));
    for (const part of parts) if (part.type === 'inlineCode') part.value = 'x';
    return [markdownText(node)];
  }
  return (node.children ?? []).flatMap(blocksOf);
}

const localeOf = (file: string): Locale =>
  (/\.(?<locale>fr|es)\.md$/u.exec(file)?.groups?.['locale'] ?? 'en') as Locale;

/** Of the changelog only what isn't released; of docs/writing.md all but its tables. */
function readDocument(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (file === 'CHANGELOG.md') return text.split(/^## (?!\[Unreleased\])/mu)[0] ?? '';
  return file === 'docs/writing.md' ? text.replaceAll(/^\|.*$/gmu, '') : text;
}

/** Without the notices of dictionaries, which are others' texts. */
const documents = globSync(['*.md', '{docs,hosting,packages,src,scripts,tests}/**/*.md'], {
  exclude: ['**/node_modules/**', 'src/search/language/**'],
});

/** The blocks of a language's documents, of those of which `mayHave` says that one is worth reading. */
export const documentTexts = (locale: Locale, mayHave: (text: string) => boolean): WrittenText[] =>
  documents
    .filter((file) => localeOf(file) === locale)
    .map((file): WrittenText => [file, readDocument(file)])
    .filter(([, text]) => mayHave(text))
    .flatMap(([file, text]) => blocksOf(parseMarkdown(text)).map((block): WrittenText => [file, block]));

/** The texts in code that have at least two words, `{gaps}` included: `Give ${n} -> Give {}`. */
function literalsOf(file: string, code: string): WrittenText[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest);
  const found: WrittenText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push([file, node.text]);
    if (ts.isTemplateExpression(node))
      found.push([
        file,
        [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}'),
      ]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(([, text]) => /\p{L}\S*\s+\S*\p{L}/u.test(text));
}

/** Messages of the program, which are English; others come from strings. The search's lists of words are none. */
export const messageTexts = (locale: Locale, mayHave: (text: string) => boolean): WrittenText[] =>
  locale === 'en'
    ? globSync('{packages,src,scripts}/**/*.{ts,tsx}', {
        exclude: ['**/node_modules/**', '**/*.{test,fixture}.{ts,tsx}', 'src/search/words/**'],
      })
        .map((file): WrittenText => [file, readFileSync(file, 'utf8')])
        .filter(([, code]) => mayHave(code))
        .flatMap(([file, code]) => literalsOf(file, code))
    : [];
