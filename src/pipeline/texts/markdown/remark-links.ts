/** Leaves only links in a Markdown text that may be published; the words of all others stay. */
import type { LinkResolver, ResolvedLink, WrittenLink } from './resolve-link';
import { mapChildren, textOf, type MarkdownNode } from './tree';

/** Where a link of the text leads. */
export interface JudgedLink {
  readonly url: string;
  readonly resolved: ResolvedLink;
}

/** Links refer to these by name; of two with one name the first counts, as Markdown has it. */
function definitionsIn(tree: MarkdownNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  mapChildren(tree, (node) => {
    const { type, identifier = '', url } = node;
    if (type === 'definition' && url !== undefined && !found.has(identifier)) found.set(identifier, url);
    return [node];
  });
  return found;
}

/** Texts that stand side by side as one: each half of an address is none, and the whole would be a link again. */
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

/** Words that Markdown makes a link of by themselves, however they are escaped. */
const linksItself = /https?:\/\/|www\.|\S@\S/i;

/** What is shown of a refused link: its words, as code where they would be a link again. */
function wordsAlone(link: MarkdownNode): MarkdownNode[] {
  const words = textOf(link);
  return linksItself.test(words) ? [{ type: 'inlineCode', value: words }] : (link.children ?? []);
}

/** Takes refused links out of a tree, gives the others their checked address, and returns what became of each. */
export function judgeLinks(tree: MarkdownNode, resolve: LinkResolver): JudgedLink[] {
  const judged: JudgedLink[] = [];
  const definitions = definitionsIn(tree);
  const judge = (link: WrittenLink): ResolvedLink => {
    const resolved = resolve(link);
    judged.push({ url: link.url, resolved });
    return resolved;
  };
  mapChildren(tree, (node) => {
    switch (node.type) {
      case 'link': {
        const resolved = judge({ url: node.url ?? '', words: textOf(node) });
        return 'fault' in resolved ? wordsAlone(node) : [{ ...node, url: resolved.href }];
      }
      case 'linkReference': {
        const url = definitions.get(node.identifier ?? '');
        const words = textOf(node);
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

/** A plugin of `unified` that judges the links of a text. */
export function remarkLinks({ resolve }: { readonly resolve: LinkResolver }) {
  return (tree: MarkdownNode): void => void judgeLinks(tree, resolve);
}
