/** Links between the documents of the repository, and names of files in them, lead to what is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlText, type MarkdownNode } from '@/pipeline/texts/markdown/tree';
import { parseMarkdown } from './words';

const documents = globSync(['*.md', '{docs,hosting,packages,src,scripts,tests}/**/*.md'], {
  exclude: ['**/node_modules/**'],
});

const nodesOf = (node: MarkdownNode): MarkdownNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

/** Every part of every document, each parsed once. */
const parts = new Map(documents.map((file) => [file, nodesOf(parseMarkdown(readFileSync(file, 'utf8')))]));

/** The anchors that GitHub gives the headings of a document; a second one of the same words isn't linked to here. */
function anchorsOf(file: string): Set<string> {
  const headings = (parts.get(file) ?? []).filter(({ type }) => type === 'heading');
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-');
  return new Set(headings.map((heading) => slug(htmlText(heading))));
}

/** Links and pictures that lead to nothing in the repository. */
function brokenIn(file: string): string[] {
  const urls = (parts.get(file) ?? []).flatMap((node) => node.url ?? []);
  return urls.filter((url) => {
    if (/^[a-z]+:/.test(url)) return false;
    const [to = '', anchor] = url.split('#');
    const target = to === '' ? file : path.join(path.dirname(file), decodeURIComponent(to));
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(path.normalize(target)).has(decodeURIComponent(anchor));
  });
}

/** Paths of the repository as code that aren't there; `<type>` and the like stand for a part of a path. */
function missingIn(file: string): string[] {
  const paths = (parts.get(file) ?? []).flatMap(({ type, value = '' }) =>
    type === 'inlineCode' && /^(?:src|scripts|tests|docs|packages)\/[^\s<*]+$/.test(value) ? value : [],
  );
  return paths.filter((name) => !existsSync(name) && globSync(name).length === 0);
}

describe('documents', () => {
  it.each(documents)('%s names no file that isn’t there', (file) => {
    expect(missingIn(file)).toEqual([]);
  });

  it.each(documents)('%s has no broken link', (file) => {
    expect(brokenIn(file)).toEqual([]);
  });
});
