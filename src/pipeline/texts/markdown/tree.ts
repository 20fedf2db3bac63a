/** The parts of the trees of Markdown (mdast) and HTML (hast) that this module uses. */

export interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
  /** Of links, pictures and definitions. */
  url?: string;
  /** Of footnotes, as it was typed. */
  label?: string | null | undefined;
  identifier?: string;
  /** Of list items: done, not done, or no task. */
  checked?: boolean | null | undefined;
}

export interface HtmlNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

/** Returns the text below a node of HTML. */
export function htmlText(node: HtmlNode): string {
  return node.value ?? (node.children ?? []).map(htmlText).join('');
}

/** Returns the text below a node of Markdown, without its markup and HTML; a break is a space. */
export function markdownText(node: MarkdownNode): string {
  if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value ?? ''))) return ' ';
  if (node.type === 'html') return '';
  return node.value ?? (node.children ?? []).map(markdownText).join('');
}

/** Replaces each child of each node, from the leaves up, by the result of `change`. */
export function mapChildren<Node extends { children?: Node[] }>(
  node: Node,
  change: (child: Node, parent: Node) => Node[],
): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    mapChildren(child, change);
    return change(child, node);
  });
}
