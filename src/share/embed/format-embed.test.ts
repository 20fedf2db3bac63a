/** Lists for other sites, taken apart as a browser does. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { currentBrand } from '@/brand/brand';
import { hostileText } from '@/feeds/feed.fixture';
import { buildInstant, searchSite } from '@/search/query/search.fixture';
import { inLanguage } from '@/site/site.fixture';
import { siteContexts, type SiteContext } from '@/views/frame/context';
import { planEmbeds, type EmbedView } from '@/views/share/embed-views';
import { madeOf } from '@/views/views.fixture';
import { embedStyle, formatEmbed } from './format-embed';
import { frameHtml, sandbox } from './frame';

const siteUrl = new URL('https://example.org/');
type Element = DefaultTreeAdapterTypes.Element;
type Source = SiteContext['own'];

const site = searchSite(['en', 'fr']);

const english = inLanguage(site, 'en');
const french = inLanguage(site, 'fr');

function filesOf(source: Source): Map<string, string> {
  const { locale } = source;
  const site = { locales: [locale], byLocale: new Map([[locale, source]]), now: buildInstant, pictures: {} };
  const views = siteContexts(site, siteUrl).flatMap((context) => madeOf<EmbedView>(planEmbeds(context)));
  return new Map(views.flatMap(formatEmbed).map(({ path, text }) => [path, text]));
}

function elementsOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...('tagName' in node ? [node] : []), ...children.flatMap(elementsOf)];
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const plain = filesOf(english);

const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((attr) => attr.name === name)?.value;

describe('a list in a frame', () => {
  const elements = elementsOf(parse(plain.get('/embed/en/opportunities/index.html') ?? ''));
  const only = (tag: string) => elements.filter(({ tagName }) => tagName === tag);

  it('says of each opportunity what is asked for, by whom, for how long and until when', () => {
    const row = only('li').find((one) => textOf(one).includes('Translate a well handbook'));
    expect(textOf(row as Element)).toContain('closes 2 Dec 2026');
    expect(only('li').map(textOf)).toContain('Translation');
  });

  it('leads out of its frame, to whole addresses, and loads nothing', () => {
    const links = only('a').map((link) => attribute(link, 'href'));
    expect(links).toContain('https://example.org/en/opportunities/translate-a-well-handbook/');
    for (const link of only('a')) {
      expect(attribute(link, 'href')).toMatch(/^https:\/\/example\.org\/en\//);
      expect(attribute(link, 'target')).toBe('_blank');
    }
    const loading = ['script', 'img', 'iframe', 'form', 'object'];
    expect(elements.filter(({ tagName }) => loading.includes(tagName))).toEqual([]);
    expect(elements.filter((element) => attribute(element, 'src') !== undefined)).toEqual([]);
    expect(only('link').map((link) => attribute(link, 'rel'))).toEqual(['canonical']);
  });

  it('allows nothing but its own style', () => {
    const sum = createHash('sha256')
      .update(textOf(only('style')[0] as Element))
      .digest('base64');
    expect(only('meta').map((meta) => attribute(meta, 'content'))).toContain(
      `default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; style-src 'sha256-${sum}'`,
    );
  });

  it('marks what isn’t in its language', () => {
    const inFrench = filesOf(french).get('/embed/fr/missions/index.html');
    expect(inFrench).toContain('<span lang="en">Teach statistics to nurses</span>');
    expect(inFrench).toContain('<html lang="fr"');
  });
});

describe('a list', () => {
  const rows = (path: string) =>
    elementsOf(parse(plain.get(`/embed${path}index.html`) ?? ''))
      .filter(({ tagName }) => tagName === 'h3')
      .map(textOf);

  it('has what is open of an organization, a task type and everything', () => {
    expect(rows('/en/opportunities/')).toEqual(['Teach statistics to nurses', 'Translate a well handbook']);
    expect(rows('/en/browse/task/translation/')).toEqual(['Translate a well handbook']);
    expect(rows(english.organizations[0]?.path ?? '')).toHaveLength(2);
  });

  it('says where nothing is any more', () => {
    const opportunities = english.opportunities.map((view) => ({ ...view, stage: 'filled' as const }));
    const later = filesOf({ ...english, opportunities });
    expect(later.get('/embed/en/browse/task/translation/index.html')).toContain('Nothing is open here');
  });

  it('isn’t there of what no opportunity ever was in, or of a task in a language', () => {
    const paths = [...plain.keys()];
    expect(paths.filter((path) => /\/management\/|\/task\/.*\/lang\//.test(path))).toEqual([]);
  });
});

/** The text of all content from others. */
function spoilt(source: Source, text: string): Source {
  const said = { value: text, lang: source.locale, isFallback: false };
  const change = <View extends { texts: object }>(view: View): View => ({
    ...view,
    texts: { ...view.texts, title: said, name: said, summary: said, callToAction: said },
  });
  const organizations = source.organizations.map(change);
  return {
    ...source,
    organizations,
    opportunities: source.opportunities.map((view) => ({
      ...change(view),
      organization: change(view.organization),
    })),
    settings: source.settings && change(source.settings),
  };
}

describe('whatever a title holds', () => {
  const shape = (html: string) =>
    elementsOf(parse(html))
      .map(({ tagName }) => tagName)
      .join(' ');
  const long = 'Traduire '.repeat(34);

  it('stays text', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.constant(long)), (hostile) => {
        const title = `x${hostile}`;
        for (const [path, text] of filesOf(spoilt(english, title)))
          expect(shape(text), path).toBe(shape(plain.get(path) ?? ''));
      }),
      { numRuns: randomRuns(25) },
    );
  });

  it('stays in its attribute in the code to copy', () => {
    const page = 'https://example.org/en/';
    const code = frameHtml({ src: 'https://example.org/embed/en/', title: '"><script>&', page });
    const [frame, ...others] = elementsOf(parseFragment(code));
    expect(others).toEqual([]);
    expect(attribute(frame, 'title')).toBe('"><script>&');
    expect(attribute(frame, 'sandbox')).toBe(sandbox);
  });
});

it('an organization whose address changed has its list at the former one too', () => {
  const formerSlugs = { value: ['old-wells'], lang: 'en', isFallback: false } as never;
  const [changed, ...others] = english.organizations;
  if (!changed) throw new Error('The fixture has no organization.');
  const moved = { ...changed, texts: { ...changed.texts, formerSlugs } };
  const files = filesOf({ ...english, organizations: [moved, ...others] });
  const now = files.get(`/embed${changed.path}index.html`);
  expect(now).toContain(changed.path);
  expect(files.get('/embed/en/organizations/old-wells/index.html')).toBe(now);
});

it('the style has the colours of the site, in both schemes', () => {
  const { light, dark } = currentBrand();
  const [inLight = '', inDark = ''] = embedStyle().css.split('prefers-color-scheme:dark');
  for (const name of ['ground', 'ink', 'ink-2', 'line', 'focus', 'thread-ink', 'leaf'] as const) {
    expect(inLight).toContain(`--${name}:${light[name]}`);
    expect(inDark).toContain(`--${name}:${dark[name]}`);
  }
});
