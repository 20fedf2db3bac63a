/**
 * Pagefind takes no `fetch` of ours, so the page's own is made to know its files.
 *
 * Pagefind keeps to itself when a chunk of its index doesn't load, and answers from those that it has: with a word
 * less, so with too many results.
 */
const failures = new Map<string, number>();
let watched: typeof fetch | undefined;

function isPage(response: Response): boolean {
  // What a hotel's network or a host without the file may send in its place.
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

/**
 * Pagefind's WebAssembly, from a file that says what it is: servers compress that, better than Pagefind does, and
 * browsers unpack it sooner. Before it goes what Pagefind's files begin with that aren't compressed.
 */
async function loadEngine(address: string, load: typeof fetch): Promise<Response> {
  const response = await load(address.replace(/pagefind$/, 'wasm'));
  return response.ok ? new Response(new Blob(['pagefind_dcd', await response.arrayBuffer()])) : response;
}

function watch(): void {
  if (globalThis.fetch === watched) return;
  const load = globalThis.fetch;
  watched = async (input, init) => {
    const address = typeof input === 'string' ? input : '';
    const bundle = [...failures.keys()].find((start) => address.startsWith(start));
    if (bundle !== undefined && address.endsWith('.pagefind')) return loadEngine(address, load);
    if (bundle === undefined || !address.startsWith(`${bundle}index/`)) return load(input, init);
    try {
      const response = await load(input, init);
      if (!response.ok || isPage(response)) throw new Error(`${address} answered ${response.status}.`);
      // To the end: a line may break in the middle of a file.
      return new Response(await response.arrayBuffer());
    } catch (error) {
      failures.set(bundle, (failures.get(bundle) ?? 0) + 1);
      throw error;
    }
  };
  globalThis.fetch = watched;
}

/**
 * Watches a bundle's files from now on, whose address is as Pagefind gives it to `fetch`. What it returns tells how many
 * parts of the index haven't loaded since: those that don't come, or come as an error or a page of HTML.
 */
export function watchLoads(bundle: string): () => number {
  if (!failures.has(bundle)) failures.set(bundle, 0);
  watch();
  const before = failures.get(bundle) ?? 0;
  return () => (failures.get(bundle) ?? 0) - before;
}
