/** Returns the latest update (`YYYY-MM-DD`) of some entries; undefined if there are none. */
export function newestUpdate(
  entries: Iterable<{ readonly shared: { readonly updated: string } }>,
): string | undefined {
  let newest: string | undefined;
  for (const { shared } of entries) {
    if (newest === undefined || shared.updated > newest) newest = shared.updated;
  }
  return newest;
}
