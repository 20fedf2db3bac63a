import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOf } from '@/i18n/routes';
import { parseAddress, serializeAddress } from './search-address';
import { feedFolder, findNearestFeed } from './nearest-feed';

const folders = {
  browse: pathOf('en', { to: 'browse' }),
  open: pathOf('en', { to: 'section', section: 'opportunities' }),
  lists: {},
};

/** Where the feed of an address is, with a `~` where it isn't exactly that. Nothing is done in Wolof, or in days. */
function feedOf(address: string, isFound = true): string {
  const isInUse = (_: string, value: string) => value !== 'wo' && value !== 'days';
  const feed = findNearestFeed(parseAddress(address), { isInUse, isFound });
  return `${feed.isExact ? '' : '~'}${feedFolder(feed, folders)}`;
}

describe('the nearest feed', () => {
  it.each([
    ['', '/en/opportunities/'],
    ['?sort=closing&page=3', '/en/opportunities/'],
    ['?task=translation', '/en/browse/task/translation/'],
    ['?country=NE', '/en/browse/country/NE/'],
    ['?task=translation&lang=fr', '/en/browse/task/translation/lang/fr/'],
    ['?status=filled', '/en/browse/status/filled/'],
  ])('is that of the list itself: %s', (address, folder) => {
    expect(feedOf(address)).toBe(folder);
  });

  it.each([
    ['?q=wells', '~/en/opportunities/'],
    ['?q=wells&task=data', '~/en/browse/task/data/'],
    ['?task=translation&lang=fr:good', '~/en/browse/task/translation/lang/fr/'],
    ['?task=data,web', '~/en/opportunities/'],
    ['?task=data,web&country=NE', '~/en/browse/country/NE/'],
    ['?cause=water&lang=es', '~/en/browse/lang/es/'],
    ['?task=data&closes=7', '~/en/browse/task/data/'],
    ['?task=data&status=filled', '~/en/browse/task/data/'],
    ['?status=filled,closed', '~/en/opportunities/'],
    ['?lang=wo', '~/en/opportunities/'],
    ['?length=days', '~/en/opportunities/'],
    ['?length=days&kind=civil', '~/en/browse/kind/civil/'],
  ])('is otherwise one that holds what comes nearest: %s', (address, folder) => {
    expect(feedOf(address)).toBe(folder);
  });

  it('of a task and a language that nobody asks for together is the task’s', () => {
    expect(feedOf('?task=data&lang=fr', false)).toBe('~/en/browse/task/data/');
  });

  it('has exactly what the search of its own choices finds', () => {
    const part = fc.constantFrom('q=wells', 'task=data', 'task=data,web', 'lang=fr', 'lang=fr:good', 'closes=7', 'sdg=4', 'status=filled'); // prettier-ignore
    fc.assert(
      fc.property(fc.uniqueArray(part), fc.boolean(), (parts, isFound) => {
        const state = parseAddress(`?${parts.join('&')}`);
        const { choices, isExact } = findNearestFeed(state, { isInUse: () => true, isFound });
        const own = parseAddress(`?${choices.map(({ facet, value }) => `${facet}=${value}`).join('&')}`);
        expect(isExact).toBe(serializeAddress(own) === serializeAddress(state));
      }),
    );
  });
});
