import { expect, it } from 'vitest';
import { pathOf } from '@/i18n/routes';
import { parseAddress } from './search-address';
import { findNearestFeed } from './nearest-feed';

const folders = {
  browse: pathOf('en', { to: 'browse' }),
  open: pathOf('en', { to: 'section', section: 'opportunities' }),
};

/** Where the feed of an address is, with a `~` where it isn't exactly that. Nothing is done in Wolof. */
function feedOf(address: string, isFound = true): string {
  const isInUse = (_: string, value: string) => value !== 'wo';
  const { folder, isExact } = findNearestFeed(parseAddress(address), folders, { isInUse, isFound });
  return `${isExact ? '' : '~'}${folder}`;
}

it.each([
  ['', '/en/opportunities/'],
  ['?sort=closing&page=3', '/en/opportunities/'],
  ['?task=translation', '/en/browse/task/translation/'],
  ['?country=NE', '/en/browse/country/NE/'],
  ['?task=translation&lang=fr', '/en/browse/task/translation/lang/fr/'],
])('is that of the list itself: %s', (address, folder) => {
  expect(feedOf(address)).toBe(folder);
});

it.each([
  ['?q=wells', '~/en/opportunities/'],
  ['?q=wells&task=data', '~/en/browse/task/data/'],
  ['?lang=fr:good', '~/en/browse/lang/fr/'],
  ['?task=translation&lang=fr:good', '~/en/browse/task/translation/lang/fr/'],
  ['?task=data,web', '~/en/opportunities/'],
  ['?task=data,web&country=NE', '~/en/browse/country/NE/'],
  ['?cause=water&lang=es', '~/en/browse/lang/es/'],
  ['?task=data&closes=7', '~/en/browse/task/data/'],
  ['?task=data&status=filled', '~/en/browse/task/data/'],
  ['?status=filled', '~/en/opportunities/'],
  ['?lang=wo', '~/en/opportunities/'],
  ['?length=days&kind=civil', '~/en/browse/kind/civil/'],
])('is otherwise one that holds what comes nearest: %s', (address, folder) => {
  expect(feedOf(address)).toBe(folder);
});

it('of a task and a language that nobody asks for together is the task’s', () => {
  expect(feedOf('?task=data&lang=fr', false)).toBe('~/en/browse/task/data/');
});
