import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { excerpt } from '@/model/characters';
import type { Finding } from '@/model/problems';
import { linkKind } from './link-kind';
import { shallow } from './shallow';
import type { MarkdownNode } from './tree';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** What marks a text with a picture, HTML, or an address that is written apart from its link. */
const telling = /!\[|<[a-z!?/]|\[(?!\^)[^\]]*\]:/i;

/** The addresses of links, as far as they can be had without the parser. */
const addresses = /\]\(\s*([^\s)]*)/g;

/**
 * False for a text of which there is nothing to say. Parsing takes a millisecond, which is a minute at ten thousand
 * opportunities in three languages; most texts have no link, or plain ones that lead somewhere.
 */
function isWorthParsing(markdown: string, isPage: (path: string) => boolean): boolean {
  return (
    telling.test(markdown) ||
    [...markdown.matchAll(addresses)].some(([, url = '']) => {
      const kind = linkKind(url);
      return kind === 'nowhere' || (kind === 'site' && !isPage(url));
    })
  );
}

const longest = 80;
const quoted = (text: string) => `“${excerpt(text, longest)}”`;

function linkFinding(url: string, isPage: (path: string) => boolean): Finding[] {
  const base = { code: 'text-link-dead', severity: 'warns' as const };
  const kind = linkKind(url);
  if (kind === 'site' && !isPage(url)) {
    return [
      {
        ...base,
        message: `has a link to ${quoted(url)}, which the site doesn’t have`,
        hint: 'Copy the address from the page that you mean, from the first slash on.',
      },
    ];
  }
  return kind === 'nowhere'
    ? [
        {
          ...base,
          message: `has a link to ${quoted(url)}, which leads nowhere; its words are shown without it`,
          hint: 'Begin it with https://, mailto: or tel:, or for a page of this site with a slash: /en/….',
        },
      ]
    : [];
}

/**
 * What readers will miss of a Markdown text: links that lead nowhere, pictures and HTML, which aren’t shown.
 * `isPage` tells whether the site has a path such as `/en/opportunities/a/`.
 */
export function markdownFindings(markdown: string, isPage: (path: string) => boolean): Finding[] {
  const text = shallow(markdown);
  const isDeep = text !== markdown;
  if (!isDeep && !isWorthParsing(text, isPage)) return [];
  const findings: Finding[] = [];
  const leftOut = (what: string, hint: string) =>
    findings.push({
      code: 'text-left-out',
      severity: 'warns',
      message: `has ${what}, which is left out`,
      hint,
    });
  if (isDeep)
    leftOut('more than 20 signs of a quotation or list before one line', 'Write fewer > or - there.');
  const visit = (node: MarkdownNode): void => {
    if ((node.type === 'link' || node.type === 'definition') && node.url !== undefined)
      findings.push(...linkFinding(node.url, isPage));
    if (node.type === 'image' || node.type === 'imageReference')
      leftOut('a picture', 'Say in words what it shows; only logos and campaigns have pictures.');
    if (node.type === 'html' && !/^<(?:br\s*\/?>|!--|\/)/i.test(node.value ?? ''))
      leftOut(`HTML, ${quoted(node.value ?? '')}`, 'Write it in Markdown, or put a \\ before the <.');
    node.children?.forEach(visit);
  };
  visit(parser.parse(text) as MarkdownNode);
  // The same tag or address twice is one thing to mend.
  return findings.filter(
    ({ message }, index) => findings.findIndex((other) => other.message === message) === index,
  );
}
