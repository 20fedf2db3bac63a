/**
 * Ports of the servers that the browser tests run against. `npm test` and tests/playwright.config.ts choose free ones and
 * pass them on in the environment, unless `TEST_PORT` is given; the built site has the address in it. Where only builds are
 * tested, nothing listens there, and any number will do.
 */
export const givenPort = process.env['TEST_PORT'] || undefined;
export const sitePort = Number(givenPort ?? 4391);
export const inboxPort = Number(process.env['TEST_INBOX_PORT'] || sitePort + 1);
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
