/** Ports of the servers that the browser tests run against, away from those of `npm start`. */
export const sitePort = 4391;
export const inboxPort = 4392;
export const siteUrl = `http://localhost:${sitePort}`;
export const inboxUrl = `http://127.0.0.1:${inboxPort}`;

/** The instant at which the tests' site is built: nothing in the sample content depends on the real day then. */
export const siteNow = '2026-11-25T12:00:00Z';

export const siteDir = '.local/test/site';
export const inboxFile = '.local/test/inbox.jsonl';
