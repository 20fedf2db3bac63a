/** Indexes values by their keys. A key for two different values stands for neither. */
export function indexUnique<Value>(
  pairs: Iterable<readonly [key: string, value: Value]>,
): Map<string, Value> {
  const found = new Map<string, Value | undefined>();
  for (const [key, value] of pairs)
    found.set(key, found.has(key) && found.get(key) !== value ? undefined : value);
  return new Map([...found].flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
