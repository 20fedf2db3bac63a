import { createLinkResolver } from './resolve-link';
import { mapChildren, htmlText, type HtmlNode } from './tree';

const levelOf = ({ tagName }: HtmlNode): number => Number(/^h([1-6])$/.exec(tagName ?? '')?.[1] ?? 0);

/** Renumbers headings from `top` by their nesting, so that no level is skipped. */
function nestHeadings(tree: HtmlNode, top: number): void {
  const open: number[] = [];
  mapChildren(tree, (node) => {
    const level = levelOf(node);
    if (level === 0) return [node];
    while (level <= (open.at(-1) ?? 0)) open.pop();
    open.push(level);
    return [{ ...node, tagName: `h${Math.min(6, top + open.length - 1)}` }];
  });
}

const resolve = createLinkResolver();

function link(node: HtmlNode): HtmlNode[] {
  const { href } = node.properties ?? {};
  const children = node.children ?? [];
  // Checked again in the form in which it is published.
  if (typeof href !== 'string' || 'fault' in resolve({ url: href, words: '' })) return children;
  // A link without words, for example around a picture, can't be used with a screen reader or by voice.
  if (htmlText(node).trim() === '') return [{ ...node, children: [{ type: 'text', value: href }] }];
  return [node];
}

/** Replaces `align`, which HTML no longer has. Cells begin at the start by default. */
function cell(node: HtmlNode): HtmlNode[] {
  const { align } = node.properties ?? {};
  const className = align === 'right' ? ['align-end'] : align === 'center' ? ['align-center'] : undefined;
  const isHeader = node.tagName === 'th' && htmlText(node).trim() !== '';
  return [
    {
      ...node,
      tagName: isHeader ? 'th' : 'td',
      properties: { ...(isHeader ? { scope: 'col' } : {}), ...(className ? { className } : {}) },
    },
  ];
}

function shaped(node: HtmlNode): HtmlNode[] {
  switch (node.tagName) {
    case 'a':
      return link(node);
    case 'td':
    case 'th':
      return cell(node);
    case 'pre':
      // A block of code scrolls sideways, so it must be reachable by keyboard.
      return [{ ...node, properties: { tabIndex: 0 } }];
    case 'p':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return htmlText(node).trim() === '' ? [] : [node];
    default:
      return [node];
  }
}

/**
 * Adapts the HTML of a text to its page: headings begin at `topHeading` and skip no level, empty ones are removed,
 * refused links become words, and table headers get a scope.
 */
export function rehypeShape({ topHeading }: { readonly topHeading: number }) {
  return (tree: HtmlNode): void => {
    mapChildren(tree, shaped);
    nestHeadings(tree, topHeading);
  };
}
