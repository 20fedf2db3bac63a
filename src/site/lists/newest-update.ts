/** Returns the latest update (`YYYY-MM-DD`) of some entries; undefined if there are none. */
export function newestUpdate(
  entries: Iterable<{ readonly shared: { readonly updated: string } }>,
): string | undefined {
  return Array.from(entries, ({ shared }) => shared.updated)
    .toSorted()
    .at(-1);
}
