/** Loads the files of the search. */

/** Thrown where a file of the search could not be loaded. */
export class SearchLoadError extends Error {
  override readonly name = 'SearchLoadError';
}

/** Thrown where files of two builds are mixed: the site was published again, or an old file was cached. */
export class StaleSearchError extends Error {
  override readonly name = 'StaleSearchError';
  override readonly message = 'Not all files are of one build.';
}

/** True for a page of HTML, which a hotel's network, or a host without the file, may send instead of a file. */
export function isPage(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

/** Loads a file. Rejects with a `SearchLoadError`, or as `fetch` does. */
export async function loadFile(url: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(url, { cache });
  if (!response.ok || isPage(response)) throw new SearchLoadError(`${url} answered ${response.status}.`);
  return response;
}

/** The same for a file of JSON. */
export async function loadJson<T>(url: string, cache: RequestCache): Promise<T> {
  return (await (await loadFile(url, cache)).json()) as T;
}

/** Loads on the first call only; again after a failure. */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    if (!loaded) {
      loaded = load();
      loaded.catch(() => (loaded = undefined));
    }
    return loaded;
  };
}
