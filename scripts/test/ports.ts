/**
 * Ports of the servers that the browser tests run against, away from those of `npm start`. `npm test` takes the first ones
 * that are free and passes them on as `TEST_PORT`; the built site has the address in it.
 */
export const firstPort = 4391;
/** Undefined where none is given. */
export const givenPort = process.env['TEST_PORT'] || undefined;
export const sitePort = Number(givenPort ?? firstPort);
export const inboxPort = sitePort + 1;
export const siteUrl = `http://localhost:${sitePort}`;
export const inboxUrl = `http://127.0.0.1:${inboxPort}`;

/** The instant at which the tests' site is built: nothing in the sample content depends on the real day then. */
export const siteNow = '2026-11-25T12:00:00Z';

/** Also one of the sites that the build tests make (tests/build/shared-site.ts): in a whole run it is built once. */
export const siteDir = '.local/test-build/built/served/dist';
/** What it is built with. */
export const siteEnv = {
  SITE_NOW: siteNow,
  SITE_URL: siteUrl,
  FORMS: 'local',
  FORMSPREE_ENDPOINT: inboxUrl,
} as const;
export const inboxFile = '.local/test/inbox.jsonl';
