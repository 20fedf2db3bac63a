/** The steps of a preview for every request. */
import type { IncomingMessage, ServerResponse } from 'node:http';

type Next = () => void;

/** Keeps search engines away from all of it, wherever it is served. */
export function preventIndexing({ url }: IncomingMessage, response: ServerResponse, next: Next): void {
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  if (url === '/robots.txt')
    response.setHeader('Content-Type', 'text/plain').end('User-agent: *\nDisallow: /\n');
  else next();
}

/** Does something before a page is made, and not before its parts. The task may not reject. */
export function beforePages(task: () => Promise<void>) {
  return ({ method, headers }: IncomingMessage, _response: ServerResponse, next: Next): void => {
    if (method === 'GET' && headers.accept?.includes('text/html')) void task().then(next);
    else next();
  };
}

/** Callers during a run wait for its end and don’t start another one. */
export function joinRunning(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= task().finally(() => (running = undefined)));
}
