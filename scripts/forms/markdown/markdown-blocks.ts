/** Markdown by its blocks: whether two texts are rendered the same, and how one block of a text changes alone. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly position?: {
    readonly start: { readonly offset?: number };
    readonly end: { readonly offset?: number };
  };
}

const parser = unified().use(remarkParse).use(remarkGfm);

const parse = (markdown: string) => parser.parse(markdown) as Node;

/** A tree without positions, and with neighbouring texts in one. */
function comparable({ children, ...own }: Node): object {
  const node = { ...own, position: undefined };
  if (!children) return node;
  const joined: Node[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: `${last.value}${child.value}` };
    else joined.push(child);
  }
  return { ...node, children: joined.map(comparable) };
}

/** True if two texts are rendered the same. */
export const isSameMarkdown = (one: string, other: string): boolean =>
  JSON.stringify(comparable(parse(one))) === JSON.stringify(comparable(parse(other)));

interface Blocks {
  readonly blocks: readonly string[];
  /** What stands before each block, and after the last. */
  readonly gaps: readonly string[];
}

/** Divides a text into its outermost blocks. */
function divide(markdown: string): Blocks {
  const blocks: string[] = [];
  const gaps: string[] = [];
  let end = 0;
  for (const { position } of parse(markdown).children ?? []) {
    const from = position?.start.offset ?? end;
    gaps.push(markdown.slice(end, from));
    end = position?.end.offset ?? from;
    blocks.push(markdown.slice(from, end));
  }
  return { blocks, gaps: [...gaps, markdown.slice(end)] };
}

/**
 * Returns a function that gives the blocks which an edit left alone the form that they have in the source. `exported` is
 * what an editor makes of the source without an edit: block by block the same, but for the way in which it is written.
 */
export function keepSource(source: string, exported: string): (edited: string) => string {
  const own = divide(source);
  const unedited = divide(exported);
  if (own.blocks.length !== unedited.blocks.length) return (edited) => edited;
  const origins = new Map(unedited.blocks.map((block, index) => [block, index]));
  return (edited) => {
    const { blocks, gaps } = divide(edited);
    const isInPlace = blocks.length === own.blocks.length;
    const parts = blocks.map((block, index) => {
      // Equal blocks may be written in two ways: where none came or went, each keeps its own.
      const origin = isInPlace && unedited.blocks[index] === block ? index : origins.get(block);
      const before = origins.get(blocks[index - 1] ?? '');
      // Between blocks that weren't neighbours the source has no gap.
      const follows = origin !== undefined && before === origin - 1;
      const gap = isInPlace ? own.gaps[index] : follows ? own.gaps[origin] : gaps[index];
      return `${gap ?? ''}${(origin === undefined ? undefined : own.blocks[origin]) ?? block}`;
    });
    return `${parts.join('')}${own.gaps.at(-1) ?? ''}`;
  };
}
