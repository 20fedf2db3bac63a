import { isPage } from '@/components/load-file.client';

/**
 * Pagefind accepts no custom `fetch`, so the page's own one is wrapped for its files. Pagefind hides a failed load of
 * an index chunk, and answers from the others: with a word less, so with too many results.
 */
const failures = new Map<string, number>();
let watched: typeof fetch | undefined;

function wrapFetch(): void {
  if (globalThis.fetch === watched) return;
  const load = globalThis.fetch;
  watched = async (input, init) => {
    const address = typeof input === 'string' ? input : '';
    const bundle = [...failures.keys()].find((start) => address.startsWith(start));
    if (bundle === undefined || !address.startsWith(`${bundle}index/`)) return load(input, init);
    try {
      const response = await load(input, init);
      if (!response.ok || isPage(response)) throw new Error(`${address} answered ${response.status}.`);
      // To the end: a connection may break in the middle of a file.
      return new Response(await response.arrayBuffer());
    } catch (error) {
      failures.set(bundle, (failures.get(bundle) ?? 0) + 1);
      throw error;
    }
  };
  globalThis.fetch = watched;
}

/**
 * Watches a bundle's files from now on, with its address as Pagefind passes it to `fetch`. Returns a function that
 * counts failed loads of index parts since: missing, with an error, or with a page of HTML.
 */
export function watchIndexLoads(bundle: string): () => number {
  if (!failures.has(bundle)) failures.set(bundle, 0);
  wrapFetch();
  const before = failures.get(bundle) ?? 0;
  return () => (failures.get(bundle) ?? 0) - before;
}
