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

/** Pairs the equal items of two lists, as many as can be in order: `(['a', 'b'], ['x', 'b']) -> Map { 1 => 1 }`. */
function pairEqual(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i] ?? [];
      row[j] =
        before[i] === after[j]
          ? lengthAt(i + 1, j + 1) + 1
          : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) pairs.set(j++, i++);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/**
 * Returns a function that gives the blocks which an edit left alone the form that they have in the source. `exported` is
 * what an editor makes of the source without an edit: block by block the same, but for the way in which it is written.
 */
export function keepSource(source: string, exported: string): (edited: string) => string {
  const own = divide(source);
  const unedited = divide(exported);
  if (own.blocks.length !== unedited.blocks.length) return (edited) => edited;
  return (edited) => {
    const next = divide(edited);
    const pairs = pairEqual(unedited.blocks, next.blocks);
    const end = next.blocks.length;
    /** The block of the source that stands before a block, or after it; beyond the ends, where it would be. */
    const originAt = (index: number) =>
      index < 0 ? -1 : index === end ? own.blocks.length : pairs.get(index);
    /** Of a block that was edited between two that weren't, the one that it replaces. */
    const replacedBy = (index: number) => {
      const [before, after] = [originAt(index - 1), originAt(index + 1)];
      return before !== undefined && after === before + 2 ? before + 1 : undefined;
    };
    const origins = next.blocks.map((_, index) => pairs.get(index) ?? replacedBy(index));
    const parts = next.blocks.map((block, index) => {
      const origin = origins[index];
      const before = index === 0 ? -1 : origins[index - 1];
      const isInPlace = origin !== undefined && before === origin - 1;
      const gap = isInPlace ? own.gaps[origin] : next.gaps[index];
      const kept = pairs.get(index);
      return `${gap ?? ''}${(kept === undefined ? undefined : own.blocks[kept]) ?? block}`;
    });
    return `${parts.join('')}${own.gaps.at(-1) ?? ''}`;
  };
}
