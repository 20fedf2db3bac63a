import { describe, expect, it } from 'vitest';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { inLanguage, siteOf } from '@/site/site.fixture';
import { createFeedItem } from './feed-item';

const siteUrl = new URL('https://example.org/');

/** An opportunity as the pipeline shows it on 25 November 2026, and as a feed has it. */
function itemOf(shared: RawFields, locale: Locale = 'en', locales: RawEntry['locales'] = {}) {
  const raw = [rawOrganization('o1'), rawSettings(), rawOpportunity('wells', shared, locales)];
  const [view] = inLanguage(siteOf(raw, { now: Date.parse('2026-11-25T00:00:00Z') }), locale).opportunities;
  if (!view) throw new Error('The fixture has no opportunity.');
  return createFeedItem(view, { t: translator(locale), siteUrl });
}

describe('createFeedItem', () => {
  it('has facts in the reader’s language, as safe HTML', () => {
    const summary = 'Pumps & <script>alert(1)</script>';
    const item = itemOf(
      { posted: '2026-03-01', closes: { date: '2026-12-02', zone: 'Africa/Niamey' }, causes: ['water'] },
      'en',
      { en: { ...rawOpportunity('wells').locales.en, title: 'Translate <b>wells</b>', summary } },
    );
    expect(item).toMatchObject({
      title: 'Translate <b>wells</b>',
      author: 'Organization o1, Senegal',
      categories: ['Translation', 'Water and sanitation'],
      language: undefined,
      posted: '2026-03-01',
      updated: '2026-01-02',
    });
    expect(item.html).toContain('<p>Pumps &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>');
    expect(item.html).toContain('<li>Closes: 2\u00a0December 2026, end of the day in Niamey (UTC+1)</li>');
    expect(item.html).not.toContain('<script');
  });

  it('says in which language it is where it isn’t translated', () => {
    const item = itemOf({}, 'fr', { fr: { title: 'Traduire' } });
    expect(item.language).toBe('en');
    expect(item.html).toContain('<p lang="en">A summary.</p>');
    expect(item.html).toContain('<p>Texte en anglais</p>');
  });

  it('says when it changed, and nothing where it didn’t', () => {
    const changed = { posted: '2026-01-01', updated: '2026-02-01' };
    expect(itemOf(changed).html).toMatch(/<p>Updated on 1\u00a0February 2026\.<\/p>$/);
    expect(itemOf(changed, 'fr').html).toMatch(/<p>Mise à jour le 1er\u00a0février 2026\.<\/p>$/);
    expect(itemOf({ posted: '2026-02-01', updated: '2026-02-01' }).html).not.toContain('Updated');
    expect(itemOf(changed).id).toBe(itemOf({}).id);
  });

  it('keeps its name when title, address and language change', () => {
    const before = itemOf({});
    const after = itemOf({}, 'fr', { fr: { title: 'Tout autre chose', slug: 'autre' } });
    expect(after.id).toBe(before.id);
    expect(before.id).toBe('tag:example.org,2026:opportunity/wells');
    expect(after.closing?.uid).toBe(before.closing?.uid);
  });

  it('has no closing date where nobody can apply by it', () => {
    const closes = { date: '2026-12-02', zone: 'Africa/Niamey' };
    expect(itemOf({ status: 'filled', closes }).closing).toBeUndefined();
    expect(itemOf({ status: 'filled', closes }).html).toContain('<li>Filled</li>');
    expect(itemOf({ closes: undefined, reviewBy: '2030-01-15' }).closing).toBeUndefined();
  });
});
