import { describe, expect, it } from 'vitest';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { siteOf } from '../site.fixture';
import { knownPaths } from './known-paths';

const moved = rawOpportunity('a', {}, { en: { ...rawOpportunity('a').locales.en, formerSlugs: ['old'] } });
const isKnown = knownPaths(siteOf([rawOrganization('o1'), rawSettings(), moved]));

describe('paths that the site has', () => {
  it.each([
    '/',
    '/en/',
    '/fr/missions/',
    '/en/search/?task=translation',
    '/en/opportunities/translate-guide-a/',
    '/en/opportunities/translate-guide-a#apply',
    '/fr/missions/traduire-le-guide-a',
    '/en/opportunities/old/',
    '/en/opportunities/page/2/',
    '/en/browse/task/translation/',
    '/en/feed.xml',
    '/data/v1/',
    '/favicon.svg',
  ])('%s', (path) => {
    expect(isKnown(path)).toBe(true);
  });

  it.each([
    '/en/opportunities/gone/',
    '/fr/opportunities/translate-guide-a/',
    '/fr/missions/old/',
    '/es/',
    '/opportunities/translate-guide-a/',
    '/en/nothing',
    '/en/%E0%A4%A',
  ])('but not %s', (path) => {
    expect(isKnown(path)).toBe(false);
  });
});
