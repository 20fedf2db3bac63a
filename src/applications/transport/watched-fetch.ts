/** What became of the one request that a call makes. */
export interface Watched<T> {
  readonly result: Promise<T>;
  /** The HTTP status of the answer, undefined while there is none. */
  readonly status: () => number | undefined;
}

/**
 * Makes a call and watches the request that it sends to `url`: the Formspree client hides the status (a 403 with
 * `next` looks like success to it) and takes no signal. The client calls `fetch` before it returns, so the global one
 * is replaced for that moment only, and no other request ever passes through here.
 */
export function watchFetch<T>(url: string, signal: AbortSignal, call: () => Promise<T>): Watched<T> {
  const original = globalThis.fetch;
  let status: number | undefined;
  globalThis.fetch = async (input, init) => {
    if (input !== url) return original(input, init);
    const response = await original(input, { ...init, signal });
    status = response.status;
    return response;
  };
  try {
    return { result: call(), status: () => status };
  } finally {
    globalThis.fetch = original;
  }
}
