/** Formspree's own client, which pages with a form have. */
import { createClient } from '@formspree/core';

const client = createClient();

/**
 * The headers of a request that the client makes here and now: they name it, and say since when the page is open. They are
 * stored with what is sent, so that each attempt has them, wherever it is made. The client itself accepts no signal and
 * hides the answer, so its request isn't sent: it calls `fetch` before it returns, and the global one is replaced for that
 * moment only.
 */
export function clientHeaders(): Readonly<Record<string, string>> {
  const { fetch } = globalThis;
  let headers: Readonly<Record<string, string>> = {};
  try {
    globalThis.fetch = (_, init) => {
      headers = { ...(init?.headers as Record<string, string>) };
      return new Promise(() => {});
    };
    void client.submitForm('form', new FormData());
    globalThis.fetch = fetch;
  } catch {
    // An extension may have frozen it. The form service does without these headers.
  }
  return headers;
}
