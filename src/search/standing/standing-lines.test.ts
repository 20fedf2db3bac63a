import { describe, expect, it } from 'vitest';
import { appliedItem, savedItem } from '@/device/storage/items.fixture';
import { searchId } from '@/device/storage/searches/searches-store';
import { translator } from '@/i18n/translate';
import { standingLines, type Standing } from './standing-lines';

const now = Date.parse('2026-11-25T12:00:00Z');
const day = 86_400_000;
const iso = (days: number) => new Date(now + days * day).toISOString();
const paths = { saved: '/en/my-volunteering/', search: { en: '/en/search/', fr: '/fr/recherche/' } };
const search = (address: string, lang = 'en') => ({
  id: searchId(lang, address),
  lang,
  address,
  label: 'Translation',
  savedAt: iso(-20),
  lookedAt: iso(-2),
  seen: '',
});
const nothing: Standing = { applied: [], saved: [], closings: new Map(), glances: [], now };
const linesOf = (more: Partial<Standing>, searches = 0) =>
  standingLines({ ...nothing, ...more }, searches, translator('en'), 'en', paths).map(
    ({ before, name, href }) => [before, name, href].filter((text) => text !== '').join(' | '),
  );

describe('the lines on the home page', () => {
  it('are none where there is nothing on the device', () => {
    expect(linesOf({})).toEqual([]);
  });

  it('tell of answers that are due within two weeks, the overdue ones first of all', () => {
    const applied = [
      appliedItem({ id: 'soon', title: 'Soon', replyBy: iso(3) }),
      appliedItem({ id: 'over', title: 'Over', replyBy: iso(-1) }),
      appliedItem({ id: 'far', title: 'Far', replyBy: iso(15) }),
      appliedItem({ id: 'answered', replyBy: iso(-1), answeredAt: iso(-1) }),
      appliedItem({ id: 'withdrawn', replyBy: iso(-1), withdrawnAt: iso(-1) }),
      appliedItem({ id: 'open' }),
    ];
    const glances = [{ search: search('?task=translation'), count: 2, isExact: true }];
    expect(linesOf({ applied, glances }, 1)).toEqual([
      'Answer was due by 24 Nov 2026: | Over | /en/my-volunteering/#applied',
      '2 new for you since Monday: | Translation | /en/search/?task=translation',
      'Answer due by 28 Nov 2026: | Soon | /en/my-volunteering/#applied',
    ]);
  });

  it('tell of what closes within a week, as the site has it now', () => {
    const saved = [
      savedItem({ id: 'noted', title: 'Noted', closesAt: now + 2 * day }),
      savedItem({ id: 'longer', title: 'Longer', closesAt: now + 2 * day }),
      savedItem({ id: 'gone', closesAt: now + 2 * day }),
      savedItem({ id: 'over', closesAt: now - 1 }),
      savedItem({ id: 'sooner', title: 'Sooner' }),
    ];
    const closings = new Map([
      ['longer', now + 30 * day],
      ['gone', undefined],
      ['sooner', now + day],
    ]);
    expect(linesOf({ saved, closings })).toEqual([
      'Closes 26 Nov 2026: | Sooner | /en/opportunities/translate-a-well-handbook/',
      'Closes 27 Nov 2026: | Noted | /en/opportunities/translate-a-well-handbook/',
    ]);
  });

  it('claim no more than is known', () => {
    const atLeast = { search: search('?lang=fr'), count: 3, isExact: false };
    const unknown = { search: search('?q=eau', 'fr'), count: 0, isExact: false };
    const none = { search: search('?lang=es'), count: 0, isExact: true };
    expect(linesOf({ glances: [none] }, 1)).toEqual(['Nothing due, nothing new. | /en/my-volunteering/']);
    expect(linesOf({ glances: [unknown, atLeast, none] }, 3)).toEqual([
      'At least 3 new since Monday: | Translation | /en/search/?lang=fr',
      'The site has been updated: | check your searches for new opportunities | /en/my-volunteering/#searches',
    ]);
  });

  it('lead to the search in the language of its words', () => {
    const glances = [{ search: search('?q=eau', 'fr'), count: 1, isExact: true }];
    expect(linesOf({ glances }, 1)[0]).toContain('/fr/recherche/?q=eau');
  });
});
