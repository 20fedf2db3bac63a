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
const forbidden =
  /^(?:applet|base|embed|foreignobject|frame|frameset|math|object|portal|set|animate|animatetransform)$/;

/** Elements that mean something only in a page. */
const forPages = /^(?:form|input|button|textarea|select|iframe|style|link|meta)$/;

/** Attributes with an address. Those of `link` load what they name depending on its kind. */
const leading = /^(?:href|xlink:href|src|srcset|action|formaction|poster|cite|data|ping|background)$/;
const loads = /^(?:src|srcset|poster)$/;
const loadingLinks =
  /\b(?:stylesheet|preload|modulepreload|prefetch|prerender|preconnect|dns-prefetch|icon|manifest)\b/;

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

const isOwn = (address: string, siteUrl: string) =>
  URL.canParse(address, siteUrl) && new URL(address, siteUrl).origin === new URL(siteUrl).origin;

function addressFaults(address: string, isLoaded: boolean, { siteUrl }: HtmlContext): string[] {
  if (!URL.canParse(address, siteUrl)) return [];
  if (isLoaded && /^(?:$|#|data:image\/)/.test(address)) return [];
  if (isLoaded) return isOwn(address, siteUrl) ? [] : [`loads ${address}`];
  const { protocol, username, password } = new URL(address, siteUrl);
  if (!safeSchemes.has(protocol)) return [`leads to ${protocol}`];
  return username || password ? ['leads to an address with a user name'] : [];
}

/** Scripts may be files of the site, data, or exactly those that the policy names by their hash. */
function scriptFaults(element: Element, policy: string, { isFragment }: HtmlContext): string[] {
  if (isFragment) return ['is a script'];
  if (attribute(element, 'src') !== undefined) return [];
  const text = textOf(element);
  if (/^application\/(?:ld\+)?json$|^speculationrules$/.test(attribute(element, 'type') ?? '')) {
    try {
      JSON.parse(text);
      return [];
    } catch {
      return ['is data that is not JSON'];
    }
  }
  const hash = createHash('sha256').update(text).digest('base64');
  return policy.includes(`'sha256-${hash}'`) ? [] : ['is a script that the policy does not name'];
}

function metaFaults(element: Element, { siteUrl }: HtmlContext): string[] {
  const equivalent = attribute(element, 'http-equiv')?.toLowerCase();
  if (equivalent === undefined || equivalent === 'content-security-policy') return [];
  const target = /^\d+;\s*url=(.*)$/i.exec(attribute(element, 'content') ?? '')?.[1];
  if (equivalent !== 'refresh' || target === undefined) return [`is http-equiv=${equivalent}`];
  return isOwn(target, siteUrl) ? [] : [`leads on to ${target}`];
}

function attributeFaults(element: Element, context: HtmlContext): string[] {
  const isLoadingLink = element.tagName === 'link' && loadingLinks.test(attribute(element, 'rel') ?? '');
  return element.attrs.flatMap(({ name, value }) => {
    const faults: string[] = [];
    if (/^on/i.test(name) || name === 'srcdoc') faults.push(`has ${name}`);
    if (name.toLowerCase().includes(marker.toLowerCase())) faults.push('has an attribute made of a text');
    if (name === 'style' && /url\(|expression|@import/i.test(value)) faults.push('has a style that loads');
    if (leading.test(name)) {
      const isLoaded = loads.test(name) || isLoadingLink || /^(?:image|use)$/.test(element.tagName);
      const all =
        name === 'srcset' ? value.split(',').map((one) => one.trim().split(/\s/)[0] ?? '') : [value];
      faults.push(...all.flatMap((address) => addressFaults(address, isLoaded, context)));
    }
    return faults;
  });
}

function elementFaults(element: Element, policy: string, context: HtmlContext): string[] {
  const name = element.tagName.toLowerCase();
  return [
    ...(forbidden.test(name) ? ['is not allowed'] : []),
    ...(name.includes(marker.toLowerCase()) ? ['is made of a text'] : []),
    ...(context.isFragment && forPages.test(name) ? ['is not allowed in a feed'] : []),
    ...(name === 'style' && textOf(element).includes(marker) ? ['has a style made of a text'] : []),
    ...(name === 'script' ? scriptFaults(element, policy, context) : []),
    ...(name === 'meta' ? metaFaults(element, context) : []),
    ...attributeFaults(element, context),
  ].map((fault) => `${context.name}: <${name}> ${fault}`);
}

const isPolicy = (element: Element) =>
  element.tagName === 'meta' && attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy';

/** What is wrong with an HTML text, each in a line: `'/en/index.html: <a> leads to javascript:'`. */
export function pageFaults(html: string, context: HtmlContext): string[] {
  const elements = elementsOf(context.isFragment ? parseFragment(html) : parse(html));
  const policies = elements.filter(isPolicy).map((element) => attribute(element, 'content') ?? '');
  const hasOne = context.isFragment || policies.length === 1;
  return [
    ...(hasOne ? [] : [`${context.name}: has ${policies.length} policies`]),
    ...elements.flatMap((element) => elementFaults(element, policies[0] ?? '', context)),
  ];
}
