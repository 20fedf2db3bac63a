/** Names entries and pictures in what push and pull say. */

export interface NamedItem {
  /** `opportunity/x`, `picture/x.png` */
  readonly key: string;
  /** Undefined for a picture. */
  readonly title?: string | undefined;
}

/** Returns a name for people, then the one that `--overwrite` reads: `“Title” (opportunity/x)`. */
export function formatItemName({ key, title }: NamedItem): string {
  return title === undefined ? key : `“${title}” (${key})`;
}
