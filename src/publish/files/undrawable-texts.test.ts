import { expect, it } from 'vitest';
import { editorTranslator } from '@/i18n/editor';
import { searchSite } from '@/search/query/search.fixture';
import { findUndrawableTexts } from './undrawable-texts';

/** A site whose first organization has this name. */
function siteNamed(name: string) {
  const site = searchSite(['en', 'fr']);
  const own = site.byLocale.get('en');
  const [first, ...others] = own?.organizations ?? [];
  if (!own || !first) throw new Error('The fixture lacks an organization.');
  const texts = { ...first.texts, name: { value: name, lang: 'en' as const } };
  const byLocale = new Map([['en' as const, { ...own, organizations: [{ ...first, texts }, ...others] }]]);
  return { site: { ...site, byLocale }, id: first.id };
}

it('names the entry, the field and the letters, and nothing else', () => {
  const { site, id } = siteNamed('水の祭り 2026');
  const [warning, ...others] = findUndrawableTexts(site);
  expect(others).toEqual([]);
  expect(warning).toContain(`organization ${id} (en), field name:`);
  expect(warning).toContain('the letters 水 の 祭 り.');
  expect(editorTranslator('es').filled(warning ?? '')).toContain(
    'ninguna fuente tiene las letras 水 の 祭 り.',
  );
});

it.each(['Łódź', 'Ελλάδα', 'Україна', 'مرحبا', 'हिन्दी', 'Roots 🌱'])('says nothing of %s', (name) => {
  expect(findUndrawableTexts(siteNamed(name).site)).toEqual([]);
});
