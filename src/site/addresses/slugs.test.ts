import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '@/model/any-text.fixture';
import type { Entry } from '@/model/types/types';
import { assignSlugs, createSlug } from './slugs';

const entry = (id: string) => ({ id }) as Entry;

describe('addresses made from titles', () => {
  it.each([
    ['Traduire l’œuvre d’un élève', 'traduire-l-oeuvre-d-un-eleve'],
    ['Enseñar a niñas y niños', 'ensenar-a-ninas-y-ninos'],
    ['Translate 36 pages & more', 'translate-36-pages-and-more'],
    ['Перевести книгу', 'perevesti-knigu'],
    ['🎉 Party!', 'party'],
  ])('%s -> %s', (title, slug) => {
    expect(createSlug(title)).toBe(slug);
  });

  it('stays short and ends at a word', () => {
    const slug = createSlug('word '.repeat(40));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('word')).toBe(true);
    expect(createSlug('x'.repeat(200))).toBe('x'.repeat(80));
  });

  it('is unique: who wrote it keeps it, the others get their id', () => {
    const { slugs, clashes } = assignSlugs([
      { entry: entry('a'), title: 'Same title' },
      { entry: entry('c'), title: 'Else', slug: 'same-title' },
    ]);
    expect(Object.fromEntries(slugs)).toEqual({ c: 'same-title', a: 'same-title-a' });
    expect(clashes).toEqual([
      { entry: entry('a'), wanted: 'same-title', slug: 'same-title-a', owner: entry('c') },
    ]);
  });

  it.each(['???', '🎉🎊', '翻译十页', 'שלום', 'नमस्ते'])('is the id where nothing is left of %s', (title) => {
    expect(assignSlugs([{ entry: entry('A_1'), title }]).slugs.get('A_1')).toBe('a-1');
  });

  it('never begins with a hyphen or repeats, whatever ids and titles are', () => {
    const title = fc.oneof(anyText(), fc.constantFrom('', '🎉', 'a', 'a.b', 'a-b'));
    const id = fc.stringMatching(/^[A-Za-z0-9._-]{1,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ id, title }), { selector: (it) => it.id }), (entries) => {
        const { slugs } = assignSlugs(entries.map(({ id, title }) => ({ entry: entry(id), title })));
        const all = [...slugs.values()];
        expect(new Set(all).size).toBe(entries.length);
        for (const slug of all) expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      }),
    );
  });

  it('gives a number to ids that look the same in an address', () => {
    const { slugs } = assignSlugs(['a.b', 'a-b', 'a_b'].map((id) => ({ entry: entry(id), title: '🎉' })));
    expect([...slugs.values()]).toEqual(['a-b', 'a-b-2', 'a-b-3']);
  });
});
