/**
 * Ports of the servers that the browser tests run against, away from those of `npm start`. `TEST_PORT` moves them, so
 * that two checkouts can be tested side by side.
 */
export const sitePort = Number(process.env['TEST_PORT'] || 4391);
export const inboxPort = sitePort + 1;
export const siteUrl = `http://localhost:${sitePort}`;
export const inboxUrl = `http://127.0.0.1:${inboxPort}`;

/** The instant at which the tests' site is built: nothing in the sample content depends on the real day then. */
export const siteNow = '2026-11-25T12:00:00Z';

export const siteDir = '.local/test/site';
export const inboxFile = '.local/test/inbox.jsonl';
