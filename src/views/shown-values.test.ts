/** Views of a small site, by values that a reader can check against `smallEntries`. Nothing is rendered. */
import { describe, expect, it } from 'vitest';
import type { SiteOpportunity } from '@/site/site';
import { campaignKitView, campaignView } from './entries/campaign';
import { planOpportunity } from './entries/opportunity';
import { organizationView } from './entries/organization';
import { storyView } from './entries/story';
import { planFeeds } from './feeds/feed-views';
import { factSheetView, goalsView, impactView, openDataView } from './figures';
import { homeView } from './home';
import { rawCampaign, rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { browseLists } from '@/site/lists/browse';
import { kinds } from '@/site/page-kinds';
import { textPageView } from './entries/text-page';
import { planBrowseList } from './lists/browse';
import { opportunitiesView, organizationsView } from './lists/sections';
import { messageView } from './service';
import { notFoundView, rootView } from './service';
import { sitePictures } from './share/site-pictures';
import { createPressSheet } from './share/press-sheet';
import { sitePosters } from './share/site-sheets';
import { securityView } from './program-files';
import { sitemapView } from './sitemap';
import { contextOf, siteOf, smallEntries, madeOf } from './views.fixture';

const site = siteOf(smallEntries());
const english = contextOf(site);
const french = contextOf(site, 'fr');
const siteUrl = new URL('https://example.org/');

function opportunityOf(id: string, context = english): SiteOpportunity {
  const found = context.own.opportunities.find((opportunity) => opportunity.id === id);
  if (!found) throw new Error(`The fixture has no opportunity ${id}.`);
  return found;
}

const first = <Item>([item]: readonly Item[]): Item => {
  if (item === undefined) throw new Error('The fixture has none.');
  return item;
};

const ids = (cards: readonly { readonly id: string }[]) => cards.map(({ id }) => id);

describe('the page of an opportunity', () => {
  const view = planOpportunity(english, opportunityOf('wells')).make();

  it('has its title, its address and the way to it', () => {
    expect(view.frame).toMatchObject({ title: 'Translate guide wells', section: 'search', isListed: true });
    expect(view.frame.links).toMatchObject({
      canonical: 'https://example.org/en/opportunities/translate-guide-wells/',
      alternates: { length: 2 },
    });
    expect(view.frame.breadcrumbs?.crumbs.map(({ href }) => href)).toEqual([
      '/en/opportunities/',
      '/en/browse/task/translation/',
    ]);
  });

  it('has its facts, its texts, and of its organization only the name', () => {
    const { opportunity } = view;
    expect(opportunity.shared).toMatchObject({ hours: { min: 2, max: 4 } });
    expect(opportunity.stage).toBe('closing');
    expect(opportunity.closesAt).toBe(Date.parse('2026-12-03T00:00:00Z'));
    expect(opportunity.organization.texts).toEqual({ name: { value: 'Organization o1', lang: 'en' } });
    expect(view.parts.map(({ id }) => id)).toEqual(['task', 'deliverable', 'impact', 'requirements']);
    expect(first(view.parts).text).toEqual({ value: 'Do it.', lang: 'en' });
  });

  it('says how to apply while it is open', () => {
    expect(view.isOpen).toBe(true);
    expect(view.apply).toMatchObject({
      destination: { by: 'form', formId: 'site' },
      contactEmail: 'hello@service.example',
    });
    const ended = planOpportunity(english, opportunityOf('filled')).make();
    expect([ended.isOpen, ended.apply]).toEqual([false, undefined]);
  });
});

describe('what chats and networks show of an address', () => {
  it('is of the bare address every language’s, with the picture of the first', () => {
    const { linkPreview } = rootView(site, siteUrl);
    expect(linkPreview).toMatchObject({ title: 'Service · Le service', url: 'https://example.org/' });
    expect(linkPreview.description).toContain('Aidez, où que vous soyez');
    expect(linkPreview.picture).toEqual(homeView(english).frame.linkPreview.picture);
  });
});

describe('the pages of other entries', () => {
  it('have of an organization what is open and what was', () => {
    const view = organizationView(english, first(english.own.organizations));
    expect([ids(view.open), ids(view.past)]).toEqual([['wells'], ['filled']]);
  });

  it('have of a campaign its opportunities and its short address, and on a page of its own pictures and posters', () => {
    const view = campaignView(english, first(english.own.campaigns));
    expect(ids(view.cards)).toEqual(['wells']);
    expect(view.phase).toBe('running');
    expect(view.shared.url).toBe('https://example.org/en/c/campaign-water/');
    const kit = campaignKitView(english, first(english.own.campaigns));
    expect(new URL(kit.frame.links.own).pathname).toBe(view.kit);
    expect([kit.shared.url, kit.qr.url]).toEqual([view.shared.url, view.shared.url]);
    expect([kit.pictures.length, kit.posters.length]).toEqual([3, 2]);
  });

  it('have of a campaign with many opportunities the first, and a search for all', () => {
    const many = Array.from({ length: 32 }, (_, index) => rawOpportunity(`n${index}`, { causes: ['water'] }));
    const filter = { cause: ['water', 'health'], language: ['fr'] };
    const large = siteOf([rawSettings(), rawOrganization('o1'), ...many, rawCampaign('c', { filter })]);
    const context = contextOf(large);
    const view = campaignView(context, first(context.own.campaigns));
    expect(view.cards).toHaveLength(30);
    expect(view.search?.path).toBe('/en/search/?cause=health,water&lang=fr');
    expect(view.search?.open.count).toBe(32);
  });

  it('have of a story whom it is about', () => {
    const view = storyView(english, first(english.own.stories));
    expect(view.related.map(({ path }) => path)).toEqual([
      '/en/organizations/organization-o2/',
      '/en/opportunities/translate-guide-lessons/',
    ]);
  });
});

describe('lists', () => {
  it('have what is open, the newest first', () => {
    const view = opportunitiesView(english, undefined);
    expect(ids(view.cards)).toEqual(['lessons', 'wells']);
    expect([view.open?.count, view.pager]).toEqual([2, undefined]);
  });

  it('have organizations from A to Z, with how much is open', () => {
    const [letter] = organizationsView(french, 1).groups;
    expect(letter?.letter).toBe('O');
    const rows = letter?.rows.map(({ organization, open }) => `${organization.name.value}: ${open}`);
    expect(rows).toEqual(['Organisation o1: 1', 'Organisation o2: 1']);
  });

  it('have of a facet’s value what it is of, and where else to look where it is empty', () => {
    const listOf = (task: string) =>
      first(browseLists(english.own).lists.filter(({ facet, value }) => facet === 'task' && value === task));
    const full = planBrowseList(english, listOf('translation'), undefined).make();
    expect([ids(full.cards), full.frame.isListed, full.elsewhere]).toEqual([['wells'], true, []]);
    expect(full.languages).toMatchObject([{ value: 'translation', lang: 'fr', count: 1 }]);
    const empty = planBrowseList(english, listOf('design'), undefined).make();
    expect([ids(empty.cards), empty.frame.isListed]).toEqual([[], false]);
    expect(empty.elsewhere.map(({ text, count }) => [text, count])).toEqual([
      ['Translation', 1],
      ['Teaching and tutoring', 1],
    ]);
  });
});

describe('the home page and the figures', () => {
  it('show all of a few opportunities, without a finder, and count what is there', () => {
    const view = homeView(english);
    expect(view.finder).toBeUndefined();
    expect(ids(view.cards).toSorted()).toEqual(['lessons', 'wells']);
    const tasks = view.tasks.filter(({ count }) => count > 0).map(({ value }) => value);
    expect(tasks).toEqual(['translation', 'teaching']);
    expect(view.campaign).toMatchObject({ path: '/en/campaigns/campaign-water/', starts: '2026-01-01' });
  });

  it('of sections without entries are without links and pages', () => {
    const own = { ...english.own, stories: [], resources: [] };
    expect(homeView({ ...english, own }).frame.emptySections).toEqual(['stories', 'resources']);
    expect(kinds.stories.pages(own)).toEqual([]);
    expect(kinds.stories.pages(english.own)).toHaveLength(1);
    expect(kinds.search.pages({ ...own, opportunities: [] })).toHaveLength(1);
  });

  it('show the earliest figures on the page about the service, and all on their own', () => {
    const values = (figures: readonly { readonly value: number }[]) => figures.map(({ value }) => value);
    const page = english.own.pages.find(({ shared }) => shared.role === 'about');
    const { history } = textPageView(english, page as NonNullable<typeof page>);
    expect([history?.year, values(history?.figures ?? [])]).toEqual([2005, [600, 30_000]]);
    expect(values(impactView(english).figures)).toEqual([600, 30_000, 17_370]);
    expect(factSheetView(english).impact).toMatchObject({ organizations: 2, countries: 2 });
    expect(goalsView(english).open).toMatchObject({ 4: 0 });
  });
});

describe('other pages', () => {
  it('have of a form where it sends to, and what to read first', () => {
    const view = messageView(english, 'join');
    expect(view.destination).toMatchObject({ endpoint: 'https://forms.example' });
    expect(view.guide).toMatchObject({ path: '/en/info/page-guide/', title: 'Page guide' });
    expect(messageView(english, 'report').guide).toBeUndefined();
  });

  it('have of the data its licence, the default one in words of the language', () => {
    expect(openDataView(french).licence.url).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(openDataView(french).licence.text).toMatch(/^CC BY 4\.0\u00a0: copiez, modifiez/);
  });

  it('keep search engines away where nothing is', () => {
    expect(notFoundView(french).frame).toMatchObject({ isListed: false, locale: 'fr' });
  });
});

describe('other files', () => {
  it('have in a feed the newest first, and in a calendar what closes soonest', () => {
    const views = new Map(madeOf(planFeeds(english)).map((view) => [view.path, view]));
    const titles = (path: string) => views.get(path)?.items.map(({ title }) => title);
    const [wells, lessons] = ['Translate guide wells', 'Translate guide lessons'];
    expect(titles('/en/opportunities/feed.xml')).toEqual([lessons, wells]);
    expect(titles('/en/opportunities/calendar.ics')).toEqual([wells, lessons]);
    expect(views.get('/en/opportunities/feed.xml')?.channel).toMatchObject({
      lang: 'en',
      page: 'https://example.org/en/opportunities/',
      self: 'https://example.org/en/opportunities/feed.xml',
    });
  });

  it('have in a sitemap every page to be listed, and no empty list', () => {
    const { pages } = sitemapView(english);
    const paths = new Set(pages.map(({ path }) => path));
    const listed = ['/en/opportunities/translate-guide-filled/', '/en/browse/task/translation/'];
    const others = ['/en/browse/task/design/', '/en/my-volunteering/'];
    expect([...listed, ...others].filter((path) => paths.has(path))).toEqual(listed);
    expect(pages.find(({ path }) => path === '/en/stories/story-awa/')?.alternates).toEqual([
      { hreflang: 'en', path: '/en/stories/story-awa/' },
      { hreflang: 'fr', path: '/fr/recits/recit-awa/' },
    ]);
  });

  it('have pictures of the site, each task, campaigns, organizations and stories', () => {
    const titles = sitePictures(english).map(({ card }) => card.title);
    expect(titles).toEqual(
      expect.arrayContaining(['Service', 'Translation', 'Campaign water', 'Organization o2', 'Story awa']),
    );
  });

  it('have a poster and a flyer for each campaign, and a flyer for each organization', () => {
    const sheets = sitePosters(english).map(({ paper }) => paper);
    expect(sheets).toEqual(['a4', 'a5', ...english.own.organizations.map(() => 'a5')]);
  });

  it('have a sheet for the press, with each figure and its source', () => {
    const { sections, path } = createPressSheet(english);
    expect(sections[0]?.rows).toEqual([
      ['Year', 'Figure', 'What was counted', 'Source'],
      ['2005', '600', 'organizations registered', 'fact-sheet'],
      ['2005', '30,000', 'volunteers', 'fact-sheet'],
      ['2013', '17,370', 'online assignments', 'report'],
    ]);
    expect(sections.at(-1)?.links).toEqual(['https://example.org/en/', 'mailto:hello@service.example']);
    expect(factSheetView(english).press).toBe(path);
    expect(createPressSheet(contextOf(site, 'fr')).path).not.toBe(path);
  });

  it('name a contact for half a year', () => {
    expect(securityView(site, siteUrl)).toMatchObject({
      address: 'hello@service.example',
      locales: ['en', 'fr'],
      expires: '2027-05-27',
    });
  });
});
