/** The one boundary through which text written by people becomes HTML. */
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

interface HtmlNode {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

/**
 * Only what a text needs: no pictures (they would be fetched from elsewhere), no raw HTML, no classes or styles,
 * links to http, https, mailto, tel and within the site.
 */
const schema = {
  ...defaultSchema,
  tagNames: [
    'a', 'blockquote', 'br', 'code', 'dd', 'del', 'dl', 'dt', 'em', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p',
    'pre', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul',
  ], // prettier-ignore
  attributes: { a: ['href'], ol: ['start'], th: ['align', 'scope'], td: ['align'], pre: ['tabIndex'] },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  clobberPrefix: 'text-',
};

const levelOf = (node: HtmlNode): number => Number(/^h([1-6])$/.exec(node.tagName ?? '')?.[1] ?? 0);

function headingLevels(node: HtmlNode): number[] {
  const level = levelOf(node);
  return [...(level > 0 ? [level] : []), ...(node.children ?? []).flatMap(headingLevels)];
}

/**
 * A text's headings stand below the page's own: the largest, whether its writer began with `#` or `###`, becomes
 * `topHeading`, and no level is skipped at the start.
 */
function rehypeShape(options: { readonly topHeading: number }) {
  return (tree: HtmlNode): void => {
    const shift = options.topHeading - Math.min(...headingLevels(tree));
    const visit = (node: HtmlNode): void => {
      const level = levelOf(node);
      if (level > 0) node.tagName = `h${Math.min(6, level + shift)}`;
      if (node.tagName === 'th') node.properties = { ...node.properties, scope: 'col' };
      // A block of code scrolls sideways, so it must be reachable by keyboard.
      if (node.tagName === 'pre') node.properties = { tabIndex: 0 };
      node.children?.forEach(visit);
    };
    visit(tree);
  };
}

function processorFor(topHeading: number) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkRehype)
    .use(rehypeShape, { topHeading })
    .use(rehypeSanitize, {
      ...schema,
      tagNames: topHeading === 2 ? ['h2', ...schema.tagNames] : schema.tagNames,
    })
    .use(rehypeStringify)
    .freeze();
}

const processors = new Map<number, ReturnType<typeof processorFor>>();

/** Markdown as safe HTML. Its largest heading becomes `<h2>` or `<h3>`, as `topHeading` says. */
export function markdownToHtml(markdown: string, topHeading: 2 | 3 = 3): string {
  let processor = processors.get(topHeading);
  if (!processor) processors.set(topHeading, (processor = processorFor(topHeading)));
  return String(processor.processSync(markdown));
}

/** Markdown as plain words on one line, for indexes, feeds and descriptions. */
export function markdownToText(markdown: string): string {
  const collect = (node: HtmlNode & { value?: string }): string => {
    if (node.type === 'html') return ' ';
    if (node.value !== undefined) return node.value;
    const inner = (node.children ?? []).map(collect).join('');
    return ['paragraph', 'heading', 'listItem', 'tableCell', 'break', 'code'].includes(node.type)
      ? `${inner} `
      : inner;
  };
  const tree = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(markdown);
  return collect(tree as HtmlNode)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
