/** What readers will miss of a Markdown text, and the text without the links that may not be published. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { withoutUserInfo } from '@/model/addresses/address';
import { cleanText, excerpt } from '@/model/characters';
import type { ProblemFinding } from '@/model/problems';
import { judgeLinks, type JudgedLink } from './remark-links';
import type { LinkResolver } from './resolve-link';
import { shallow } from './shallow';
import { textOf, type MarkdownNode } from './tree';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' })
  .freeze();

/** A Markdown text as it may be published. */
export interface ReviewedMarkdown {
  /** Each link in it leads where it says; the words of others stand without it. */
  readonly markdown: string;
  readonly findings: readonly ProblemFinding[];
  /** Paths within the site that it leads to, with query and fragment. */
  readonly ownLinks: readonly string[];
}

type Root = Parameters<typeof processor.stringify>[0];

/** What marks a text with a picture, HTML, or an address that is written apart from its link or without one. */
const telling = /!\[|<[a-z!?/]|\[(?!\^)[^\]]*\]:|https?:|www\./i;

/** Links as far as they can be had without the parser: words, address. */
const simpleLink = /\[([^[\]\\]*)\]\(([\w\-./:?=#~+@]*)\)/g;

/**
 * The links of a text that needs no parser; undefined where it does. Parsing takes a millisecond, which is a minute at
 * ten thousand opportunities in three languages; most texts have no link, or plain ones that lead somewhere.
 */
function simpleLinks(markdown: string, resolve: LinkResolver): string[] | undefined {
  const found = [...markdown.matchAll(simpleLink)];
  const rest = markdown.replaceAll(simpleLink, ' ');
  if (telling.test(rest) || rest.includes('](')) return undefined;
  const resolved = found.map(([, words = '', url = '']) => resolve({ url, words }));
  if (resolved.some((link) => 'fault' in link)) return undefined;
  return ownOf(resolved);
}

const ownOf = (links: readonly JudgedLink['resolved'][]) =>
  links.flatMap((link) => ('path' in link ? [link.href] : []));

const longest = 80;
const quoted = (text: string) => `“${excerpt(withoutUserInfo(text), longest)}”`;

function linkFinding({ url, resolved }: JudgedLink): ProblemFinding[] {
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

/** A tree as Markdown again. What would become a link by being written anew is judged like all others. */
function written(tree: MarkdownNode, resolve: LinkResolver): string {
  // What was a reference to an invisible character is one now. The model trims texts, and reads this one once more.
  const stringify = (root: Root) => cleanText(processor.stringify(root), false).text.trim();
  let text = stringify(tree as Root);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const again = processor.parse(text) as MarkdownNode;
    if (judgeLinks(again, resolve).every(({ resolved }) => !('fault' in resolved))) return text;
    text = stringify(again as Root);
  }
  // Whatever it is, its words are all that is left of it.
  const words = { type: 'inlineCode', value: textOf(processor.parse(text) as MarkdownNode) } as const;
  return stringify({ type: 'root', children: [{ type: 'paragraph', children: [words] }] });
}

/** Reviews a Markdown text; `resolve` says where its links lead. */
export function reviewMarkdown(markdown: string, resolve: LinkResolver): ReviewedMarkdown {
  const text = shallow(markdown);
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
  if (isDeep)
    leftOut('more than 20 signs of a quotation or list before one line', 'Write fewer > or - there.');
  const visit = (node: MarkdownNode): void => {
    if (node.type === 'image' || node.type === 'imageReference')
      leftOut('a picture', 'Say in words what it shows; only logos and campaigns have pictures.');
    if (node.type === 'html' && !/^<(?:br\s*\/?>|!--|\/)/i.test(node.value ?? ''))
      leftOut(`HTML, ${quoted(node.value ?? '')}`, 'Write it in Markdown, or put a \\ before the <.');
    node.children?.forEach(visit);
  };
  const tree = processor.parse(text) as MarkdownNode;
  visit(tree);
  const judged = judgeLinks(tree, resolve);
  findings.push(...judged.flatMap(linkFinding));
  const isRefused = judged.some(({ resolved }) => 'fault' in resolved);
  return {
    markdown: isRefused ? written(tree, resolve) : markdown,
    // The same tag or address twice is one thing to correct.
    findings: findings.filter(
      ({ message }, index) => findings.findIndex((other) => other.message === message) === index,
    ),
    ownLinks: ownOf(judged.map(({ resolved }) => resolved)),
  };
}
