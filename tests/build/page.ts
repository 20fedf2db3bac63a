/** What a built page says of itself, read as a browser would. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An element of a page. */
export interface FoundNode {
  readonly attributes: Readonly<Record<string, string>>;
  /** With white space as one space. */
  readonly text: string;
}

/** A page that was read. */
export interface Page {
  readonly html: string;
  readonly lang: string | undefined;
  /** Path of the canonical address. */
  readonly canonical: string | undefined;
  /** Paths by language, as search engines are told: `{ en: '/en/', fr: '/fr/' }`. */
  readonly hreflang: Readonly<Record<string, string>>;
  readonly isListed: boolean;
  /** Path of each language that the switcher leads to; the page's own has none. */
  readonly switcher: Readonly<Record<string, string>>;
  /** Everything that is read aloud. */
  readonly text: string;
  /** Elements of a name that have these attributes. */
  readonly all: (tagName: string, attributes?: Readonly<Record<string, string>>) => readonly FoundNode[];
}

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && (node.tagName === 'script' || node.tagName === 'style')) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** The page at a path of a built site: `('…/dist', '/fr/')`. Throws where there is none. */
export function readPage(dir: string, address: string): Page {
  const file = address.endsWith('/') ? `${address}index.html` : address;
  return parsePage(readFileSync(path.join(dir, file), 'utf8'));
}

export function parsePage(html: string): Page {
  const tree = parse(html);
  const elements = elementsOf(tree).map((element) => ({
    tagName: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    element,
  }));
  const all: Page['all'] = (tagName, wanted = {}) =>
    elements
      .filter(
        ({ tagName: name, attributes }) =>
          name === tagName && Object.entries(wanted).every(([key, value]) => attributes[key] === value),
      )
      .map(({ attributes, element }) => ({ attributes, text: oneSpace(textOf(element)) }));
  const pathsByLanguage = (found: readonly FoundNode[]) =>
    Object.fromEntries(
      found.flatMap(({ attributes: { hreflang, href } }) =>
        hreflang === undefined || href === undefined ? [] : [[hreflang, new URL(href, 'http://x').pathname]],
      ),
    );
  const canonical = all('link', { rel: 'canonical' })[0]?.attributes['href'];
  return {
    html,
    lang: all('html')[0]?.attributes['lang'],
    canonical: canonical === undefined ? undefined : new URL(canonical).pathname,
    hreflang: pathsByLanguage(all('link', { rel: 'alternate' })),
    isListed: !all('meta', { name: 'robots' }).some(({ attributes }) =>
      attributes['content']?.includes('noindex'),
    ),
    switcher: pathsByLanguage(all('a')),
    text: oneSpace(textOf(tree)),
    all,
  };
}
