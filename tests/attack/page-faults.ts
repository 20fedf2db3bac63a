/** Reads built HTML as a browser would and names everything in it that could run, load or lead somewhere it must not. */
import { createHash } from 'node:crypto';
import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { marker } from './hostile-texts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Where an HTML text comes from, and what it may do. */
export interface HtmlContext {
  /** For messages: `/en/index.html`. */
  readonly name: string;
  /** Absolute address of the site. */
  readonly siteUrl: string;
  /** True for HTML in feeds and data, which other programs show: it holds no script and no form. */
  readonly isFragment: boolean;
}

/** Elements that run, load or change the page around them; the site uses none of them. */
const forbiddenElements = new Set([
  'applet', 'base', 'embed', 'foreignobject', 'frame', 'frameset', 'math', 'object', 'portal', 'set', 'animate', 'animatetransform',
]); // prettier-ignore

/** Elements that load what their address names as soon as the page is shown. */
const loading = new Map([
  ['img', ['src', 'srcset']],
  ['source', ['src', 'srcset']],
  ['script', ['src']],
  ['iframe', ['src']],
  ['video', ['src', 'poster']],
  ['audio', ['src']],
  ['track', ['src']],
  ['input', ['src']],
  ['image', ['href', 'xlink:href']],
  ['use', ['href', 'xlink:href']],
]);

/** Kinds of `link` that load something. */
const loadingLinks =
  /\b(?:stylesheet|preload|modulepreload|prefetch|prerender|preconnect|dns-prefetch|icon|manifest)\b/;

/** Attributes of any element that hold one address. */
const addresses = new Set([
  'href',
  'xlink:href',
  'src',
  'action',
  'formaction',
  'poster',
  'cite',
  'data',
  'ping',
  'background',
]);

const safeSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'webcal:']);

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const content = 'content' in node ? [node.content as Node] : [];
  const inner = [...children, ...content].flatMap(elementsOf);
  return defaultTreeAdapter.isElementNode(node) ? [node, ...inner] : inner;
}

const attribute = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value;

const textOf = (element: Element) =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** `'a.png 1x, b.png 2x' -> ['a.png', 'b.png']` */
const candidatesOf = (srcset: string) => srcset.split(',').map((one) => one.trim().split(/\s/)[0] ?? '');

function schemeFault(address: string, { siteUrl }: HtmlContext): string | undefined {
  if (!URL.canParse(address, siteUrl)) return undefined;
  const { protocol, username, password } = new URL(address, siteUrl);
  if (!safeSchemes.has(protocol)) return `leads to ${protocol}`;
  return username || password ? 'leads to an address with a user name' : undefined;
}

function loadFault(address: string, { siteUrl }: HtmlContext): string | undefined {
  if (address === '' || address.startsWith('data:image/') || address.startsWith('#')) return undefined;
  if (!URL.canParse(address, siteUrl)) return undefined;
  return new URL(address, siteUrl).origin === new URL(siteUrl).origin ? undefined : `loads ${address}`;
}

/** Scripts may be files of the site, data, or exactly those that the policy names by their hash. */
function scriptFault(element: Element, policy: string, { isFragment }: HtmlContext): string | undefined {
  if (isFragment) return 'is a script';
  if (attribute(element, 'src') !== undefined) return undefined;
  const type = attribute(element, 'type') ?? '';
  if (/^application\/(?:ld\+)?json$|^speculationrules$/.test(type)) {
    try {
      JSON.parse(textOf(element));
      return undefined;
    } catch {
      return 'is data that is not JSON';
    }
  }
  const hash = createHash('sha256').update(textOf(element)).digest('base64');
  return policy.includes(`'sha256-${hash}'`) ? undefined : 'is a script that the policy does not name';
}

function metaFault(element: Element, { siteUrl }: HtmlContext): string | undefined {
  const equivalent = attribute(element, 'http-equiv')?.toLowerCase();
  if (equivalent === undefined || equivalent === 'content-security-policy') return undefined;
  const target = /^\d+;\s*url=(.*)$/i.exec(attribute(element, 'content') ?? '')?.[1];
  if (equivalent !== 'refresh' || target === undefined) return `is http-equiv=${equivalent}`;
  const isOwn = URL.canParse(target, siteUrl) && new URL(target, siteUrl).origin === new URL(siteUrl).origin;
  return isOwn ? undefined : `leads on to ${target}`;
}

function elementFaults(element: Element, policy: string, context: HtmlContext): string[] {
  const name = element.tagName.toLowerCase();
  const faults: (string | undefined)[] = [];
  if (forbiddenElements.has(name)) faults.push('is not allowed');
  if (name.includes(marker.toLowerCase())) faults.push('is made of a text');
  if (name === 'script') faults.push(scriptFault(element, policy, context));
  if (name === 'meta') faults.push(metaFault(element, context));
  if (name === 'style' && textOf(element).includes(marker)) faults.push('has a style made of a text');
  if (context.isFragment && /^(?:form|input|button|textarea|select|iframe|style|link|meta)$/.test(name))
    faults.push('is not allowed in a feed');
  if (name === 'iframe' && attribute(element, 'srcdoc') !== undefined) faults.push('has srcdoc');
  for (const { name: key, value } of element.attrs) {
    if (/^on/i.test(key)) faults.push(`has ${key}`);
    if (key.toLowerCase().includes(marker.toLowerCase())) faults.push('has an attribute made of a text');
    if (key === 'style' && /url\(|expression|@import/i.test(value)) faults.push('has a style that loads');
    if (addresses.has(key)) faults.push(schemeFault(value, context));
    if (loading.get(name)?.includes(key) === true) {
      const loaded = key === 'srcset' ? candidatesOf(value) : [value];
      faults.push(...loaded.map((address) => loadFault(address, context)));
    }
  }
  if (name === 'link' && loadingLinks.test(attribute(element, 'rel') ?? ''))
    faults.push(loadFault(attribute(element, 'href') ?? '', context));
  return faults.flatMap((fault) => (fault === undefined ? [] : [`${context.name}: <${name}> ${fault}`]));
}

/** What is wrong with an HTML text, each in a line: `'/en/index.html: <a> leads to javascript:'`. */
export function pageFaults(html: string, context: HtmlContext): string[] {
  const elements = elementsOf(context.isFragment ? parseFragment(html) : parse(html));
  const policies = elements.filter(
    (element) =>
      element.tagName === 'meta' &&
      attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  const [policy] = policies;
  return [
    ...(context.isFragment || policies.length === 1
      ? []
      : [`${context.name}: has ${policies.length} policies`]),
    ...elements.flatMap((element) =>
      elementFaults(element, policy ? (attribute(policy, 'content') ?? '') : '', context),
    ),
  ];
}
