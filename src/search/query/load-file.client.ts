/** Loads the files of the search. */

/** Thrown where a file of the search could not be loaded. */
export class SearchLoadError extends Error {
  override readonly name = 'SearchLoadError';
}

/** Loads a file. Rejects with a `SearchLoadError`, or as `fetch` does. */
export async function loadFile(url: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(url, { cache });
  // A hotel's network, or a host without the file, may send a page instead.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response.ok || isPage) throw new SearchLoadError(`${url} answered ${response.status}.`);
  return response;
}

/** The same for a file of JSON. */
export async function loadJson<T>(url: string, cache: RequestCache): Promise<T> {
  return (await (await loadFile(url, cache)).json()) as T;
}
