/** Reports parts of a Markdown text that the site doesn't show, and removes links that may not be published. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { withoutUserInfo } from '@/model/addresses/address';
import { cleanText, excerpt } from '@/model/characters';
import type { ProblemFinding } from '@/model/problems';
import { checkLinks, type CheckedLink } from './remark-links';
import type { LinkResolver } from './resolve-link';
import { limitDepth } from './limit-depth';
import { markdownText, type MarkdownNode } from './tree';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' })
  .freeze();

/** A Markdown text that may be published. */
interface ReviewedMarkdown {
  /** All its links are allowed; refused links are replaced by their words. */
  readonly markdown: string;
  readonly findings: readonly ProblemFinding[];
  /** Paths of its links within the site, with query and fragment. */
  readonly ownLinks: readonly string[];
}

type Root = Parameters<typeof processor.stringify>[0];

/** Matches pictures, HTML, reference definitions and bare addresses, which need the parser. */
const telling = /!\[|<[a-z!?/]|\[(?!\^)[^\]]*\]:|https?:|www\./i;

/** Matches whatever may be a link, a picture or HTML. */
const mayLink = /[[<]|https?:|www\./i;

/** Simple links, which don't need the parser: words without markup, address. */
const simpleLink = /\[([^[\]\\*_~`<&]*)\]\(([\w\-./:?=#~+@]*)\)/g;

/**
 * Returns the links of a text that needs no parser; undefined if it does. Parsing takes a millisecond, which is a
 * minute for ten thousand opportunities in three languages; most texts have no link, or simple ones that are allowed.
 */
function simpleLinks(markdown: string, resolve: LinkResolver): string[] | undefined {
  if (!mayLink.test(markdown)) return [];
  const found = [...markdown.matchAll(simpleLink)];
  const rest = markdown.replaceAll(simpleLink, ' ');
  if (telling.test(rest) || rest.includes('](')) return undefined;
  const resolved = found.map(([, words = '', url = '']) => resolve({ url, words }));
  if (resolved.some((link) => 'fault' in link)) return undefined;
  return ownOf(resolved);
}

const ownOf = (links: readonly CheckedLink['resolved'][]) =>
  links.flatMap((link) => ('path' in link ? [link.href] : []));

const longest = 80;
const quoted = (text: string) => `“${excerpt(withoutUserInfo(text), longest)}”`;

function linkFinding({ url, resolved }: CheckedLink): ProblemFinding[] {
  if (!('fault' in resolved)) return [];
  const { kind, reason, hint } = resolved.fault;
  return [
    {
      code: kind === 'deceptive' ? 'text-link-refused' : 'text-link-dead',
      severity: 'warns',
      message: `has a link to ${quoted(url)}, which ${reason}; its words are shown without it`,
      hint,
    },
  ];
}

/** Converts a tree to Markdown. Links that appear by this are checked too. */
function written(tree: MarkdownNode, resolve: LinkResolver): string {
  // References to invisible characters have been decoded. The model trims texts, and this one is checked again.
  const stringify = (root: Root) => cleanText(processor.stringify(root), false).text.trim();
  let text = stringify(tree as Root);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const again = processor.parse(text) as MarkdownNode;
    if (checkLinks(again, resolve).every(({ resolved }) => !('fault' in resolved))) return text;
    text = stringify(again as Root);
  }
  // If links still appear, only the words are kept.
  const words = { type: 'inlineCode', value: markdownText(processor.parse(text) as MarkdownNode) } as const;
  return stringify({ type: 'root', children: [{ type: 'paragraph', children: [words] }] });
}

/** Reviews a Markdown text; `resolve` checks its links. */
export function reviewMarkdown(markdown: string, resolve: LinkResolver): ReviewedMarkdown {
  const text = limitDepth(markdown);
  const isDeep = text !== markdown;
  const simple = isDeep ? undefined : simpleLinks(text, resolve);
  if (simple) return { markdown, findings: [], ownLinks: simple };
  const findings: ProblemFinding[] = [];
  const leftOut = (what: string, hint: string) =>
    findings.push({
      code: 'text-left-out',
      severity: 'warns',
      message: `has ${what}, which is left out`,
      hint,
    });
  if (isDeep) leftOut('more than 20 quotation or list signs before one line', 'Write fewer > or - there.');
  const visit = (node: MarkdownNode): void => {
    if (node.type === 'image' || node.type === 'imageReference')
      leftOut('a picture', 'Say in words what it shows; only logos and campaigns have pictures.');
    if (node.type === 'html' && !/^<(?:br\s*\/?>|!--|\/)/i.test(node.value ?? ''))
      leftOut(`HTML, ${quoted(node.value ?? '')}`, 'Write it in Markdown, or put a \\ before the <.');
    node.children?.forEach(visit);
  };
  const tree = processor.parse(text) as MarkdownNode;
  visit(tree);
  const judged = checkLinks(tree, resolve);
  findings.push(...judged.flatMap(linkFinding));
  const isRefused = judged.some(({ resolved }) => 'fault' in resolved);
  return {
    markdown: isRefused ? written(tree, resolve) : markdown,
    // A repeated tag or address is reported once.
    findings: findings.filter(
      ({ message }, index) => findings.findIndex((other) => other.message === message) === index,
    ),
    ownLinks: ownOf(judged.map(({ resolved }) => resolved)),
  };
}
