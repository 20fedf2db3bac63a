/** Loads files of the site for scripts. */

/** Thrown where a file could not be loaded. */
export class FileLoadError extends Error {
  override readonly name = 'FileLoadError';
}

/** True for a page of HTML, which a hotel's network, or a host without the file, may send instead of a file. */
export function isPage(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

/** Loads a file that isn't a page. Rejects with a `FileLoadError`, or as `fetch` does. */
export async function loadFile(url: string, cache: RequestCache = 'default'): Promise<Response> {
  const response = await fetch(url, { cache });
  if (!response.ok || isPage(response)) throw new FileLoadError(`${url} answered ${response.status}.`);
  return response;
}

/** The same for a file of JSON. */
export async function loadJson<T>(url: string, cache: RequestCache = 'default'): Promise<T> {
  return (await (await loadFile(url, cache)).json()) as T;
}
