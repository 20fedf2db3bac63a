/**
 * Pagefind takes no `fetch` of ours, so the page's own is made to know what it loads.
 *
 * Pagefind keeps to itself when a chunk of its index doesn't load, and answers from those that it has: with a word
 * less, so with too many results.
 */
const failures = new Map<string, number>();
const substitutes = new Map<string, (load: typeof fetch) => Promise<Response>>();
let watched: typeof fetch | undefined;

function isPage(response: Response): boolean {
  // What a hotel's network or a host without the file may send in its place.
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

function watch(): void {
  if (globalThis.fetch === watched) return;
  const load = globalThis.fetch;
  watched = async (input, init) => {
    const address = typeof input === 'string' ? input : '';
    const substitute = substitutes.get(address);
    if (substitute) return substitute(load);
    const folder = [...failures.keys()].find((start) => address.startsWith(start));
    if (folder === undefined) return load(input, init);
    try {
      const response = await load(input, init);
      if (!response.ok || isPage(response)) throw new Error(`${address} answered ${response.status}.`);
      // To the end: a line may break in the middle of a file.
      return new Response(await response.arrayBuffer());
    } catch (error) {
      failures.set(folder, (failures.get(folder) ?? 0) + 1);
      throw error;
    }
  };
  globalThis.fetch = watched;
}

/**
 * Counts what fails to load below a folder, an address as it is given to `fetch`, from now on: files that don't come
 * or come as an error or a page of HTML.
 */
export function watchLoads(folder: string): () => number {
  if (!failures.has(folder)) failures.set(folder, 0);
  watch();
  const before = failures.get(folder) ?? 0;
  return () => (failures.get(folder) ?? 0) - before;
}

/** Answers an address, as it is given to `fetch`, with something else from now on. */
export function substituteLoad(address: string, answer: (load: typeof fetch) => Promise<Response>): void {
  substitutes.set(address, answer);
  watch();
}
