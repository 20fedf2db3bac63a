import { runDir } from './run-folder';

/**
 * Ports of the servers for the browser tests. `npm test` and tests/playwright.config.ts choose free ones and pass them on
 * in the environment, unless `TEST_PORT` is given, since the built site contains its address. If only builds are tested,
 * no server uses them.
 */
export const givenPort = process.env['TEST_PORT'] || undefined;
export const sitePort = Number(givenPort ?? 4391);
export const inboxPort = Number(process.env['TEST_INBOX_PORT'] || sitePort + 1);
export const siteUrl = `http://localhost:${sitePort}`;
export const inboxUrl = `http://127.0.0.1:${inboxPort}`;

/** The instant at which the tests' site is built, so that the sample content doesn't depend on the real day. */
export const siteNow = '2026-11-25T12:00:00Z';

/** The build tests use the same site (tests/build/shared-site.ts), so that a whole run builds it once. */
export const siteDir = `${runDir}/build/built/sample/dist`;
/** The variables with which the site is built. */
export const siteEnv = {
  SITE_NOW: siteNow,
  SITE_URL: siteUrl,
  FORMS: 'local',
  FORMSPREE_ENDPOINT: inboxUrl,
} as const;
export const inboxFile = `${runDir}/inbox.jsonl`;
