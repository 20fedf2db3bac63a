/** Cards and lists for other sites, taken apart as a browser, WordPress and programs do. */
import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { currentBrand } from '@/brand/brand';
import { hostileText } from '@/feeds/feed.fixture';
import { cleanText } from '@/model/characters';
import { buildInstant, searchSite } from '@/search/query/search.fixture';
import { siteContexts, type SiteContext } from '@/views/frame/context';
import { embedViews } from '@/views/share/embed-views';
import { formatEmbed } from './format-embed';
import { frameHtml, sandbox } from './frame';
import { oembedSchema } from './oembed-schema.fixture';
import { embedStyle } from './style';

const siteUrl = new URL('https://example.org/');
type Element = DefaultTreeAdapterTypes.Element;
type Source = SiteContext['own'];

function sourceIn(locale: 'en' | 'fr'): Source {
  const source = searchSite(['en', 'fr']).byLocale.get(locale);
  if (!source) throw new Error('The fixture lacks a language.');
  return source;
}

function filesOf(source: Source): Map<string, string> {
  const site = {
    locales: [source.locale],
    byLocale: new Map([[source.locale, source]]),
    now: buildInstant,
    pictures: {},
  };
  const views = siteContexts(site, siteUrl).flatMap((context) => [...embedViews(context)]);
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

const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((attr) => attr.name === name)?.value;

const wells = {
  en: '/en/opportunities/translate-a-well-handbook/',
  fr: '/fr/missions/traduire-l-oeuvre-d-un-puisatier/',
};
const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(oembedSchema);

describe('a card', () => {
  const files = filesOf(sourceIn('en'));
  const elements = elementsOf(parse(files.get(`/embed${wells.en}index.html`) ?? ''));
  const only = (tag: string) => elements.filter(({ tagName }) => tagName === tag);

  it('says what is asked for, by whom, for how long and until when', () => {
    expect(textOf(only('h1')[0] as Element)).toBe('Translate a well handbook');
    const text = textOf(only('main')[0] as Element);
    expect(text).toContain('Pumps, wells & <buckets> explained.');
    expect(text).toContain('Closes: 2\u00a0December 2026, end of the day in Niamey (UTC+1)');
    expect(only('li').map(textOf)).toContain('Translation');
  });

  it('leads out of its frame, to whole addresses, and loads nothing', () => {
    const links = only('a');
    expect(links.map((link) => attribute(link, 'href'))).toEqual([
      `https://example.org${wells.en}`,
      'https://example.org/en/',
    ]);
    for (const link of links) expect(attribute(link, 'target')).toBe('_blank');
    expect(
      elements.filter(({ tagName }) => ['script', 'img', 'iframe', 'form', 'object'].includes(tagName)),
    ).toEqual([]);
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

  it('of what has ended says so first, and leads on', () => {
    const source = sourceIn('en');
    const ended = source.opportunities.find(({ stage }) => stage === 'filled');
    const html = files.get(`/embed${ended?.path ?? ''}index.html`) ?? '';
    const main = elementsOf(parse(html)).find(({ tagName }) => tagName === 'main');
    expect(textOf(main as Element)).toMatch(/^filled/i);
    expect(html).toContain('https://example.org/en/opportunities/"');
  });

  it('marks what isn’t in its language', () => {
    const french = sourceIn('fr').opportunities.find(({ lang }) => lang === 'en');
    const html = filesOf(sourceIn('fr')).get(`/embed${french?.path ?? ''}index.html`) ?? '';
    expect(html).toContain('<span lang="en">Teach statistics to nurses</span>');
    expect(html).toContain('<html lang="fr"');
  });
});

describe('a list', () => {
  it('has what is open of an organization, a task type and everything, and says where nothing is', () => {
    const files = filesOf(sourceIn('en'));
    const rows = (path: string) =>
      elementsOf(parse(files.get(`/embed${path}index.html`) ?? ''))
        .filter(({ tagName }) => tagName === 'h2')
        .map(textOf);
    expect(rows('/en/opportunities/')).toEqual(['Teach statistics to nurses', 'Translate a well handbook']);
    expect(rows('/en/browse/task/translation/')).toEqual(['Translate a well handbook']);
    expect(rows(sourceIn('en').organizations[0]?.path ?? '')).toHaveLength(2);
    expect(files.get('/embed/en/browse/task/management/index.html')).toContain('Nothing is open here');
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
  const line = (text: string) => cleanText(text, true).text;
  const plain = filesOf(sourceIn('en'));
  const long = 'Traduire '.repeat(34);

  it('stays text in a card, a list and what programs read', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.constant(long)), (hostile) => {
        const title = `x${hostile}`;
        for (const [path, text] of filesOf(spoilt(sourceIn('en'), title))) {
          if (path.endsWith('.html')) {
            expect(shape(text), path).toBe(shape(plain.get(path) ?? ''));
            continue;
          }
          const document: unknown = JSON.parse(text);
          expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
          const { html, title: said } = document as { html: string; title: string };
          expect(shape(html)).toBe(shape('<blockquote><a></a><br></blockquote><iframe></iframe>'));
          if (path.includes('/opportunities/translate')) expect(said).toBe(line(title));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('stays in its attribute in the code to copy', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const [frame, ...others] = elementsOf(
          parseFragment(frameHtml({ src: 'https://example.org/embed/en/', title: hostile, height: 400 })),
        );
        expect(others).toEqual([]);
        expect(frame?.attrs.map(({ name }) => name)).toEqual([
          'src', 'title', 'width', 'height', 'sandbox', 'loading',
        ]); // prettier-ignore
        expect(attribute(frame, 'sandbox')).toBe(sandbox);
      }),
    );
  });
});

describe('a page whose address changed', () => {
  it('has its embed at the former one too', () => {
    const source = sourceIn('en');
    const formerSlugs = { value: ['old-wells'], lang: 'en', isFallback: false } as never;
    const moved = source.opportunities.map((view) =>
      view.path === wells.en ? { ...view, texts: { ...view.texts, formerSlugs } } : view,
    );
    const files = filesOf({ ...source, opportunities: moved });
    const now = files.get(`/embed${wells.en}index.html`);
    expect(now).toContain(`href="https://example.org${wells.en}"`);
    expect(files.get('/embed/en/opportunities/old-wells/index.html')).toBe(now);
    expect(files.get('/embed/en/opportunities/old-wells/oembed.json')).toBe(
      files.get(`/embed${wells.en}oembed.json`),
    );
  });
});

describe('what programs read', () => {
  it('keeps to oEmbed 1.0, and WordPress finds in it what it takes of a site that it doesn’t know', () => {
    for (const [path, text] of filesOf(sourceIn('fr'))) {
      if (!path.endsWith('.json')) continue;
      const document: unknown = JSON.parse(text);
      expect(validate(document), `${path} ${JSON.stringify(validate.errors)}`).toBe(true);
      const { html } = document as { html: string };
      // The pattern of `wp_filter_oembed_result`, wp-includes/embed.php.
      const [, quotation, frame] =
        /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(html) ?? [];
      expect(quotation).toContain(`<a href="https://example.org${path.slice(6, -'oembed.json'.length)}">`);
      expect(frame).toContain(` src="https://example.org${path.slice(0, -'oembed.json'.length)}"`);
    }
  });
});

describe('the style', () => {
  it('has the colours of the site, in both schemes', () => {
    const { light, dark } = currentBrand();
    const [inLight = '', inDark = ''] = embedStyle().css.split('prefers-color-scheme:dark');
    for (const name of ['ground', 'ink', 'ink-2', 'line', 'focus', 'thread-ink', 'leaf'] as const) {
      expect(inLight).toContain(`--${name}:${light[name]}`);
      expect(inDark).toContain(`--${name}:${dark[name]}`);
    }
  });

  it('is small', () => {
    expect(Buffer.byteLength(embedStyle().css)).toBeLessThan(2500);
  });
});
