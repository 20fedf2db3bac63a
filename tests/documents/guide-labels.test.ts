/** The guides for editors name buttons and fields as they stand on the screen in the guide's language. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editorTexts } from '@/i18n/editor';

/** What the terminal and Contentful call by words of their own, and a choice that is among the site’s strings. */
const others = new Set(['Editor', 'Open preview', 'Links', 'Ouverte', 'Abierta']);

/** The names in italics, which begin with a capital letter; words of a sentence that are only stressed don't. */
const namesIn = (guide: string) =>
  [...guide.matchAll(/(?<![\w`*])_(\p{Lu}[^_\n]*(?:\n[^_\n]+)?)_(?!\w)/gu)].map(([, name = '']) =>
    name.replaceAll(/\s*\n\s*/g, ' '),
  );

describe.each(['fr', 'es'] as const)('the guide for editors in %s', (locale) => {
  const names = namesIn(readFileSync(`docs/editors.${locale}.md`, 'utf8'));

  it('names what is on the screen', () => {
    expect(names.length).toBeGreaterThan(15);
    const texts = editorTexts(locale);
    // Contentful has the names of fields in English, which are the keys.
    const onScreen = new Set([...Object.keys(texts), ...Object.values(texts)]);
    expect(names.filter((name) => !onScreen.has(name) && !others.has(name))).toEqual([]);
  });

  it('has the parts that the other has', () => {
    const partsOf = (file: string) => (readFileSync(file, 'utf8').match(/^## /gm) ?? []).length;
    expect(partsOf('docs/editors.fr.md')).toBe(partsOf('docs/editors.es.md'));
  });
});
