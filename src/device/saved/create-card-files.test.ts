import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { inLanguage, siteOf } from '@/site/site.fixture';
import { cardFileCount, cardFileNumber } from './saved-card';
import { createCardFiles } from './create-card-files';

const closes = { date: '2026-12-02', zone: 'Africa/Niamey' };
const site = siteOf([
  rawOrganization('o1', { replyDays: 12 }),
  rawSettings(),
  rawOpportunity('wells', { countries: ['NE'], closes, replyDays: 5 }),
  rawOpportunity('__proto__', { status: 'filled' }),
  ...Array.from({ length: 59 }, (_, index) => rawOpportunity(`more-${index}`, { status: 'filled' })),
]);
const filesIn = (locale: 'en' | 'fr') =>
  createCardFiles(translator(locale), inLanguage(site, locale).opportunities);

describe('the cards of a language', () => {
  it('say what is compared, in the reader’s words', () => {
    const card = filesIn('fr')[cardFileNumber('wells', 3)]?.cards['wells'];
    expect(card).toMatchObject({
      status: 'open',
      closesAt: Date.parse('2026-12-02T23:00:00Z'),
      replyDays: 5,
      facts: { benefits: ['Niger'], reply: ['sous 5 jours'] },
      needs: { languages: ['fr:good'], hours: '2-4' },
    });
    expect(card?.path).toMatch(/^\/fr\/missions\//);
  });

  it('are spread over as many files as keep each small, every one in the file that its id says', () => {
    const files = filesIn('en');
    expect(files).toHaveLength(3);
    for (const [number, { files: count, cards }] of files.entries()) {
      expect(count).toBe(3);
      expect(Object.keys(cards).length).toBeLessThan(40);
      for (const id of Object.keys(cards)) expect(cardFileNumber(id, 3)).toBe(number);
    }
    expect(files.flatMap(({ cards }) => Object.keys(cards))).toHaveLength(61);
  });

  it('have a file even where there are none', () => {
    expect(createCardFiles(translator('en'), [])).toEqual([{ files: 1, cards: {} }]);
  });
});

it('the number of files grows with the site, so that no file does', () => {
  expect([0, 1, 24, 25, 10_000].map(cardFileCount)).toEqual([1, 1, 1, 2, 417]);
});
