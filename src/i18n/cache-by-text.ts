/** Caches the result of `make` for its texts, of which there are not many different ones. Shared with the browser. */
export function cacheByText<Texts extends readonly (string | number | undefined)[], Value>(
  make: (...texts: Texts) => Value,
): (...texts: Texts) => Value {
  const made = new Map<string, Value>();
  return (...texts) => {
    const key = texts.join('\n');
    if (!made.has(key)) made.set(key, make(...texts));
    return made.get(key) as Value;
  };
}
