/** Converts Markdown to safe HTML. All text written by people passes through here. */
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { cacheByText } from '@/i18n/cache-by-text';
import { rehypeShape } from './markdown/rehype-shape';
import { remarkLinks } from './markdown/remark-links';
import { remarkPlain } from './markdown/remark-plain';
import { createLinkResolver, linkSchemes } from './markdown/resolve-link';
import { simpleMarkdownToHtml } from './markdown/simple-markdown';
import { limitDepth } from './markdown/limit-depth';
import type { MarkdownNode } from './markdown/tree';

const alignment: [string, ...string[]] = ['className', 'align-center', 'align-end'];

/**
 * Elements that texts may use: no pictures (they would come from other origins), no raw HTML, no classes except those
 * of aligned cells, no styles; links to http, https, mailto, tel and within the site.
 */
const schema = {
  ...defaultSchema,
  tagNames: [
    'a', 'blockquote', 'br', 'code', 'dd', 'del', 'dl', 'dt', 'em', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p',
    'pre', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul',
  ], // prettier-ignore
  attributes: {
    a: ['href'],
    ol: ['start'],
    th: ['scope', alignment],
    td: [alignment],
    pre: ['tabIndex'],
  },
  protocols: { href: [...linkSchemes] },
  clobberPrefix: 'text-',
};

const processorFor = cacheByText((topHeading: number) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkLinks, { resolve: createLinkResolver() })
    .use(remarkPlain)
    .use(remarkRehype)
    .use(rehypeShape, { topHeading })
    .use(rehypeSanitize, {
      ...schema,
      tagNames: topHeading === 2 ? ['h2', ...schema.tagNames] : schema.tagNames,
    })
    .use(rehypeStringify)
    .freeze(),
);

/** Converts Markdown to safe HTML. Its first heading is `<h2>` or `<h3>` (`topHeading`), and no level is skipped. */
export function markdownToHtml(markdown: string, topHeading: 2 | 3 = 3): string {
  return simpleMarkdownToHtml(markdown) ?? anyMarkdownToHtml(markdown, topHeading);
}

/** Converts as `markdownToHtml` does, but slowly: simple texts too pass through all steps. */
export function anyMarkdownToHtml(markdown: string, topHeading: 2 | 3 = 3): string {
  return String(processorFor(topHeading).processSync(limitDepth(markdown)));
}

const plainProcessor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkPlain)
  .freeze();

/** Converts Markdown to plain text on one line, for indexes, feeds and descriptions. */
export function markdownToText(markdown: string): string {
  const collect = (node: MarkdownNode): string => {
    if (node.type === 'html') return ' ';
    if (node.value !== undefined) return node.value;
    const inner = (node.children ?? []).map(collect).join('');
    return ['paragraph', 'heading', 'listItem', 'tableCell', 'break', 'code'].includes(node.type)
      ? `${inner} `
      : inner;
  };
  return collect(plainProcessor.runSync(plainProcessor.parse(limitDepth(markdown))))
    .replaceAll(/\s+/g, ' ')
    .trim();
}
