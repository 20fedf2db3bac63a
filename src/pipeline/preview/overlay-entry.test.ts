import { describe, expect, it } from 'vitest';
import type { RawEntry } from '@/model/types/entry';
import type { Content } from '../content';
import { overlayEntry } from './overlay-entry';
import { missingId } from '../check/complete-draft';

const now = Date.parse('2026-11-25T12:00:00Z');
const empty: Content = { locales: ['en'], fallbacks: {}, entries: [], pictures: {}, now };
const form = (entry: Partial<RawEntry> & Pick<RawEntry, 'type'>): RawEntry => ({
  id: 'being-written',
  locales: {},
  shared: {},
  origin: { label: 'the form' },
  ...entry,
});
const ids = ({ entries }: Content) => entries.map(({ type, id }) => `${type}/${id}`);

describe('the content with what stands in the form', () => {
  it('has an entry that isn’t saved yet, and somebody who asks for help', () => {
    const content = overlayEntry(empty, { entry: form({ type: 'opportunity' }), pictures: {} });
    expect(ids(content)).toEqual(['opportunity/being-written', `organization/${missingId}`]);
  });

  it('names what is missing in the language of the entry', () => {
    const written = form({ type: 'opportunity', shared: { originalLanguage: 'es' } });
    const { entries } = overlayEntry({ ...empty, locales: ['en', 'es'] }, { entry: written, pictures: {} });
    expect(entries[0]?.locales.es).toMatchObject({ title: '⟨Título⟩', summary: '⟨Resumen⟩' });
    expect(entries[1]?.locales.es).toMatchObject({ name: '⟨Nombre⟩' });
  });

  it('shows a translation from its first text on', () => {
    const written = form({
      type: 'opportunity',
      locales: { en: { title: 'Translate a handbook' }, fr: { title: 'Traduire un manuel' } },
      shared: { originalLanguage: 'en' },
    });
    const { entries } = overlayEntry(
      { ...empty, locales: ['en', 'fr', 'es'] },
      { entry: written, pictures: {} },
    );
    expect(entries[0]?.locales.fr).toMatchObject({ title: 'Traduire un manuel', summary: '⟨Résumé⟩' });
    expect(entries[0]?.locales.es).toBeUndefined();
  });

  it('has what stands in the form in the place of what is saved', () => {
    const page = (title: string) => form({ type: 'page', id: 'about', locales: { en: { title } } });
    const saved = overlayEntry(empty, { entry: page('About us'), pictures: {} });
    const content = overlayEntry(saved, { entry: page('Who we are'), pictures: {} });
    expect(ids(content)).toEqual(['page/about']);
    expect(content.entries[0]?.locales.en).toMatchObject({ title: 'Who we are' });
  });

  it('has pictures that aren’t saved yet, beside those that are', () => {
    const made = { width: 2, height: 1, avif: [], webp: [] };
    const pictures = { a: { ...made, width: 9 }, b: made };
    const content = overlayEntry(
      { ...empty, pictures: { a: made } },
      { entry: form({ type: 'organization', shared: { logo: 'b' } }), pictures },
    );
    expect(content.pictures).toEqual({ a: made, b: made });
    expect(content.entries[0]?.shared).toMatchObject({ logo: 'b' });
  });
});
