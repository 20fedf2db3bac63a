/** Reads the pages of a built site, for tests that need no browser. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A page of a built site. */
export interface BuiltPage {
  /** Path from the root, as visitors see it: `/en/`. */
  readonly path: string;
  readonly html: string;
}

const isElement = (node: Node): node is Element => 'tagName' in node;

/** A copy of the page for missing addresses, under the name that hosts look for: `fr/404.html`. */
const copyForHosts = /^[a-z]{2}[\\/]404\.html$/;

/** Reads every HTML page below a folder, in order of their paths. */
export function readBuiltPages(dir: string): BuiltPage[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !copyForHosts.test(name))
    .toSorted()
    .map((name) => ({
      path: `/${name.split(path.sep).join('/')}`.replace(/index\.html$/, ''),
      html: readFileSync(path.join(dir, name), 'utf8'),
    }));
}

function listElements(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const content = 'content' in node ? [node.content as Node] : [];
  return [...(isElement(node) ? [node] : []), ...[...children, ...content].flatMap(listElements)];
}

/** The addresses in a page, and the ids that links may lead to. */
interface PageLinks {
  /** Values of href, src, srcset and the like. */
  readonly addresses: readonly string[];
  readonly ids: ReadonlySet<string>;
}

const addressAttributes = new Set(['href', 'src', 'action', 'poster']);

export function readPageLinks({ html }: BuiltPage): PageLinks {
  const elements = listElements(parse(html));
  const addresses: string[] = [];
  const ids = new Set<string>();
  for (const { attrs } of elements) {
    for (const { name, value } of attrs) {
      if (addressAttributes.has(name)) addresses.push(value);
      if (name === 'srcset')
        addresses.push(...value.split(',').map((part) => part.trim().split(' ')[0] ?? ''));
      if (name === 'id') ids.add(value);
      if (name === 'content' && /^\d+; ?url=/.test(value)) addresses.push(value.replace(/^\d+; ?url=/, ''));
    }
  }
  return { addresses, ids };
}
