/** The parts of the service's answer that the Formspree client doesn't pass on. */
export interface ServiceResponse {
  readonly status: number;
  /** True if another address answered than the requested one, as on a network that wants a login first. */
  readonly isRedirected: boolean;
  /** True if the body is JSON, as all that the service itself answers. */
  readonly isJson: boolean;
  /** True if the body says `"ok": false`, whatever else it says. */
  readonly isDenied: boolean;
  /** The pause (ms) that the service asks for. */
  readonly retryAfter: number | undefined;
}

interface WatchedFetch<T> {
  readonly result: Promise<T>;
  /** Undefined until the answer has come. */
  readonly answer: () => ServiceResponse | undefined;
}

/** The longest pause (ms) that is honoured: a longer one is a mistake, and must not hold an application back. */
const longestPause = 7 * 86_400_000;

/**
 * Parses a `Retry-After` header into a pause in ms; undefined if there is none that can be read. Formats: RFC 9110,
 * section 10.2.3. `('120', …) -> 120000`, `('Wed, 25 Nov 2026 12:00:30 GMT', 25 Nov 2026 12:00:00) -> 30000`
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const pause = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(pause) ? undefined : Math.min(Math.max(0, pause), longestPause);
}

async function readAnswer(response: Response): Promise<ServiceResponse> {
  const body: unknown = await response.json().catch(() => undefined);
  const { status, redirected, headers } = response;
  // By the service's clock, where it is given: the device's may be wrong.
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  return {
    status,
    isRedirected: redirected,
    isJson: typeof body === 'object' && body !== null,
    isDenied: typeof body === 'object' && body !== null && 'ok' in body && body.ok === false,
    retryAfter: parseRetryAfter(headers.get('retry-after'), now),
  };
}

/**
 * Makes a call and watches the request that it sends to `url`: the Formspree client hides the answer (a 403 with `next`
 * looks like success to it) and accepts no signal. The client calls `fetch` before it returns, so the global one is
 * replaced for that moment only, and no other request ever passes through here.
 */
export function watchFetch<T>(url: string, signal: AbortSignal, call: () => Promise<T>): WatchedFetch<T> {
  const original = globalThis.fetch;
  let answer: ServiceResponse | undefined;
  globalThis.fetch = async (input, init) => {
    if (input !== url) return original(input, init);
    const response = await original(input, { ...init, signal });
    answer = await readAnswer(response.clone());
    return response;
  };
  try {
    return { result: call(), answer: () => answer };
  } finally {
    globalThis.fetch = original;
  }
}
