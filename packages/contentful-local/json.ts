/** True for an object in the sense of JSON: neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value at a path of keys; undefined if the path ends early: `({ a: { b: 1 } }, 'a', 'b') -> 1`. */
export function readNested(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

/** Returns the id of a link to an entry or an asset; undefined for other values. */
export function readLink(value: unknown): { readonly linkType: string; readonly id: string } | undefined {
  if (readNested(value, 'sys', 'type') !== 'Link') return undefined;
  return {
    linkType: String(readNested(value, 'sys', 'linkType')),
    id: String(readNested(value, 'sys', 'id')),
  };
}
