/** The newest day (`YYYY-MM-DD`) on which one of some entries changed; undefined for none. */
export function newestUpdate(
  entries: Iterable<{ readonly shared: { readonly updated: string } }>,
): string | undefined {
  let newest: string | undefined;
  for (const { shared } of entries) {
    if (newest === undefined || shared.updated > newest) newest = shared.updated;
  }
  return newest;
}
