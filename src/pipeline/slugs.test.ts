import { describe, expect, it } from 'vitest';
import type { AnyEntry } from './validate';
import { assignSlugs, slugOf } from './slugs';

const entry = (id: string) => ({ id }) as AnyEntry;

describe('addresses made from titles', () => {
  it.each([
    ['Traduire l’œuvre d’un élève', 'traduire-l-oeuvre-d-un-eleve'],
    ['Enseñar a niñas y niños', 'ensenar-a-ninas-y-ninos'],
    ['Translate 36 pages & more', 'translate-36-pages-and-more'],
  ])('%s -> %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('stays short and ends at a word', () => {
    const slug = slugOf('word '.repeat(40));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('word')).toBe(true);
  });

  it('is unique: who wrote it keeps it, the others get their id', () => {
    const assigned = assignSlugs([
      { entry: entry('a'), title: 'Same title' },
      { entry: entry('b'), title: 'Same title' },
      { entry: entry('c'), title: 'Else', slug: 'same-title' },
    ]);
    expect([...assigned]).toEqual([
      ['c', 'same-title'],
      ['a', 'same-title-a'],
      ['b', 'same-title-b'],
    ]);
  });

  it('falls back to the id where the title has no letters', () => {
    expect(assignSlugs([{ entry: entry('a1'), title: '???' }]).get('a1')).toBe('a1');
  });
});
