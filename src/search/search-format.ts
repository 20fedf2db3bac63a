/** Thrown for a file of the search that has another version, or contradicts itself. */
export class SearchFormatError extends Error {
  override readonly name = 'SearchFormatError';
}

/** Throws a `SearchFormatError` for a file of another version. */
export function expectVersion(what: string, version: number, expected: number): void {
  if (version !== expected)
    throw new SearchFormatError(`${what} have version ${version}, and ${expected} is read here.`);
}
