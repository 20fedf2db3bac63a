/** The trees of Markdown (mdast) and HTML (hast), as far as we look into them. */

/** A node of a Markdown text. */
export interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
  /** Of links, pictures and what they refer to. */
  url?: string;
  /** Of footnotes, as it was typed. */
  label?: string | null | undefined;
  identifier?: string;
  /** Of list items: done, not done, or no task. */
  checked?: boolean | null | undefined;
}

/** A node of HTML. */
export interface HtmlNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

/** All words below a node. */
export function wordsOf(node: HtmlNode): string {
  return node.value ?? (node.children ?? []).map(wordsOf).join('');
}

/** The text below a node of Markdown, without its markup. */
export function textOf(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** Replaces each child of each node, from the leaves up, by what `change` returns for it. */
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
