import { describe, expect, it } from 'vitest';
import type { RawEntry } from '@/model/types/entry';
import { rawCampaign } from '@/model/samples.fixture';

import { campaignShortPath, findRedirects } from './redirects';
import { inLanguage, siteOf } from '../site.fixture';

/** English of a site with campaigns whose English has these fields besides. */
function siteWith(fields: Readonly<Record<string, Record<string, unknown>>>) {
  const raw = Object.entries(fields).map(([id, more]): RawEntry => {
    const campaign = rawCampaign(id);
    return { ...campaign, locales: { ...campaign.locales, en: { ...campaign.locales.en, ...more } } };
  });
  return inLanguage(siteOf(raw), 'en');
}

const leads = (fields: Parameters<typeof siteWith>[0]) =>
  Object.fromEntries(findRedirects(siteWith(fields)).made.map(({ from, to }) => [from, to]));

const shortPaths = (site: ReturnType<typeof siteWith>) =>
  site.campaigns.map((campaign) => campaignShortPath(site, campaign));

describe('a campaign’s short address', () => {
  it('is its address, where it has none of its own', () => {
    expect(leads({ a: {} })).toEqual({ '/en/c/campaign-a/': '/en/campaigns/campaign-a/' });
  });

  it('leads on when it changes: the one before, and the one that somebody would guess', () => {
    expect(leads({ a: { shortSlug: 'now', formerSlugs: ['before'] } })).toEqual({
      '/en/c/now/': '/en/campaigns/campaign-a/',
      '/en/c/before/': '/en/campaigns/campaign-a/',
      '/en/campaigns/before/': '/en/campaigns/campaign-a/',
      '/en/c/campaign-a/': '/en/campaigns/campaign-a/',
    });
  });

  it('stays with the campaign that has it now', () => {
    const site = siteWith({ a: { formerSlugs: ['shared'] }, b: { shortSlug: 'shared' } });
    expect(shortPaths(site)).toEqual(['/en/c/campaign-a/', '/en/c/shared/']);
    expect(findRedirects(site).ignored.map(({ id, from }) => [id, from])).toEqual([['a', '/en/c/shared/']]);
  });

  it('is the page’s own where two want the same, without a word on what is only guessed', () => {
    const site = siteWith({ a: { shortSlug: 'one' }, b: { shortSlug: 'one', slug: 'one' } });
    expect(shortPaths(site)[1]).toBe('/en/campaigns/one/');
    expect(findRedirects(site).ignored.map(({ id, field }) => [id, field])).toEqual([['b', 'shortSlug']]);
  });
});
