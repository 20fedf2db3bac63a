import { linkResolver } from './resolve-link';
import { mapChildren, wordsOf, type HtmlNode } from './tree';

const levelOf = ({ tagName }: HtmlNode): number => Number(/^h([1-6])$/.exec(tagName ?? '')?.[1] ?? 0);

/** Gives headings the levels from `top` down: as deep as they are nested, whatever levels their writer skipped. */
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

const resolve = linkResolver();

function link(node: HtmlNode): HtmlNode[] {
  const { href } = node.properties ?? {};
  const children = node.children ?? [];
  // Judged once more in the form in which it is published, whatever made it.
  if (typeof href !== 'string' || 'fault' in resolve({ url: href, words: '' })) return children;
  // A link without words, around a picture for one, can’t be heard or followed by voice.
  if (wordsOf(node).trim() === '') return [{ ...node, children: [{ type: 'text', value: href }] }];
  return [node];
}

/** `align` is no attribute of today’s HTML. The start is where cells stand anyway. */
function cell(node: HtmlNode): HtmlNode[] {
  const { align } = node.properties ?? {};
  const className = align === 'right' ? ['align-end'] : align === 'center' ? ['align-center'] : undefined;
  const isHeader = node.tagName === 'th' && wordsOf(node).trim() !== '';
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
      return wordsOf(node).trim() === '' ? [] : [node];
    default:
      return [node];
  }
}

/**
 * Makes a text’s HTML fit the page around it: its headings begin at `topHeading` and skip no level, empty ones are
 * dropped, links that can’t lead anywhere are words, and tables say what their headers are of.
 */
export function rehypeShape({ topHeading }: { readonly topHeading: number }) {
  return (tree: HtmlNode): void => {
    mapChildren(tree, shaped);
    nestHeadings(tree, topHeading);
  };
}
