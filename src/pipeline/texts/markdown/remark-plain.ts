import { cleanText } from '@/model/characters';
import { mapChildren, type MarkdownNode } from './tree';

/** Nodes whose children are blocks, which can't contain a line break. */
const ofBlocks = new Set([
  'root',
  'blockquote',
  'listItem',
  'list',
  'footnoteDefinition',
  'table',
  'tableRow',
]);

const words = (value: string): MarkdownNode => ({ type: 'text', value });

/** Puts words before the text of a block, in a separate paragraph if the block doesn't begin with one. */
function prefixed(prefix: string, blocks: MarkdownNode[]): MarkdownNode[] {
  const [first, ...rest] = blocks;
  return first?.type === 'paragraph'
    ? [{ ...first, children: [words(`${prefix} `), ...(first.children ?? [])] }, ...rest]
    : [{ type: 'paragraph', children: [words(prefix)] }, ...blocks];
}

function plain(node: MarkdownNode, parent: MarkdownNode): MarkdownNode[] {
  switch (node.type) {
    case 'footnoteReference':
      return [words(`[${node.label ?? node.identifier ?? ''}]`)];
    case 'footnoteDefinition':
      return prefixed(`[${node.label ?? node.identifier ?? ''}]`, node.children ?? []);
    case 'listItem':
      return typeof node.checked === 'boolean'
        ? [{ ...node, checked: null, children: prefixed(node.checked ? '☑' : '☐', node.children ?? []) }]
        : [node];
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value ?? '') && !ofBlocks.has(parent.type)
        ? [{ type: 'break' }]
        : [node];
    default:
      return [node.value === undefined ? node : { ...node, value: cleanText(node.value, false).text }];
  }
}

/**
 * Replaces footnotes and task lists by plain text, since they would become form fields and links whose ids clash with
 * those of other texts: a footnote is `[1]` in the text and `[1] …` where it was written, a task has a ticked or an
 * empty box. `<br>` becomes a line break, and references to invisible characters (`&#8238;`) are removed.
 */
export function remarkPlain() {
  return (tree: MarkdownNode): void => mapChildren(tree, plain);
}
