/** One of several equal parts of a site's pages. */
export interface PageShard {
  /** From 1 to `count`. */
  readonly number: number;
  readonly count: number;
}

/** Parses `2/4`; returns undefined for anything else. */
export function parseShard(text: string): PageShard | undefined {
  const [, number = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  return number >= 1 && number <= count ? { number, count } : undefined;
}

/** True if the part with this index, from 0, belongs to the shard. Neighbours cost about the same, so they are dealt out. */
export const isInShard = ({ number, count }: PageShard, index: number): boolean =>
  index % count === number - 1;
