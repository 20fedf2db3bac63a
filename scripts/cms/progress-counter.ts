/** Creates a function that counts, and prints the count about twenty times in all. */
export function createProgressCounter(
  what: string,
  total: number,
  print: (line: string) => void,
): () => void {
  let done = 0;
  const step = Math.max(10, Math.ceil(total / 20));
  return () => {
    done += 1;
    if (done === total || done % step === 0) print(`${what}: ${done} of ${total}`);
  };
}
