/** Removes links that may not be published from a Markdown text; their words stay. */
import type { LinkResolver, ResolvedLink, WrittenLink } from './resolve-link';
import { mapChildren, markdownText, type MarkdownNode } from './tree';

/** A link with the result of its check. */
export interface CheckedLink {
  readonly url: string;
  readonly resolved: ResolvedLink;
}

/** Link definitions by name; the first of a name counts, as in Markdown. */
function definitionsIn(tree: MarkdownNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  mapChildren(tree, (node) => {
    const { type, identifier = '', url } = node;
    if (type === 'definition' && url !== undefined && !found.has(identifier)) found.set(identifier, url);
    return [node];
  });
  return found;
}

/** Joins adjacent texts: separately, the halves of an address aren't recognized as a link. */
function joinTexts(node: MarkdownNode): void {
  const joined: MarkdownNode[] = [];
  for (const child of node.children ?? []) {
    joinTexts(child);
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      last.value = `${last.value ?? ''}${child.value ?? ''}`;
    else joined.push(child);
  }
  if (node.children) node.children = joined;
}

/** Words that Markdown turns into a link even if they are escaped. */
const linksItself = /https?:\/\/|www\.|\S@\S/i;

/** The replacement of a refused link: its words, as code if they would become a link again. */
function wordsAlone(link: MarkdownNode): MarkdownNode[] {
  const words = markdownText(link);
  return linksItself.test(words) ? [{ type: 'inlineCode', value: words }] : (link.children ?? []);
}

/** Removes refused links from a tree, sets the checked addresses of the others, and returns all results. */
export function checkLinks(tree: MarkdownNode, resolve: LinkResolver): CheckedLink[] {
  const judged: CheckedLink[] = [];
  const definitions = definitionsIn(tree);
  const judge = (link: WrittenLink): ResolvedLink => {
    const resolved = resolve(link);
    judged.push({ url: link.url, resolved });
    return resolved;
  };
  mapChildren(tree, (node) => {
    switch (node.type) {
      case 'link': {
        const resolved = judge({ url: node.url ?? '', words: markdownText(node) });
        return 'fault' in resolved ? wordsAlone(node) : [{ ...node, url: resolved.href }];
      }
      case 'linkReference': {
        const url = definitions.get(node.identifier ?? '');
        const words = markdownText(node);
        return url !== undefined && 'fault' in judge({ url, words }) ? wordsAlone(node) : [node];
      }
      case 'imageReference': {
        const url = definitions.get(node.identifier ?? '');
        return url !== undefined && 'fault' in resolve({ url, words: '' }) ? [] : [node];
      }
      case 'definition': {
        const resolved = judge({ url: node.url ?? '', words: '' });
        return 'fault' in resolved ? [] : [{ ...node, url: resolved.href }];
      }
      default:
        return [node];
    }
  });
  if (judged.some(({ resolved }) => 'fault' in resolved)) joinTexts(tree);
  return judged;
}

/** A `unified` plugin that checks the links of a text. */
export function remarkLinks({ resolve }: { readonly resolve: LinkResolver }) {
  return (tree: MarkdownNode): void => void checkLinks(tree, resolve);
}
