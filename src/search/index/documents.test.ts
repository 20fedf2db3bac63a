import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { opportunityDocument } from './documents';
import { searchSite } from '../query/search.fixture';

const site = searchSite();

function documentOf(locale: 'en' | 'fr', id: string) {
  const view = site.byLocale.get(locale)?.opportunities.find((opportunity) => opportunity.id === id);
  if (!view) throw new Error(`The fixture has no ${id} in ${locale}.`);
  return opportunityDocument(view, translator(locale));
}

describe('the document of an opportunity', () => {
  it('has its words in the text and its names in the fields', () => {
    expect(documentOf('en', 'wells')).toEqual({
      content:
        'You put 36 pages into French, with the pump keepers’ words. A file. It helps. Care. Patience.',
      meta: {
        title: 'Translate a well handbook',
        organization: 'Organization o1, Senegal',
        summary: 'Pumps, wells & <buckets> explained.',
        words:
          'Translation, Water and sanitation, SDG 6 Clean water and sanitation, French, Niger, ' +
          'Western Africa, Sub-Saharan Africa, Africa, SWN',
      },
    });
  });

  it('has names in the page’s language, whatever it is written in', () => {
    const { meta } = documentOf('fr', 'nurses');
    expect(meta.title).toBe('Teach statistics to nurses');
    expect(meta.words).toContain('Asie du Sud-Est');
  });
});
