/**
 * A service of which no right site can come: the build says what is wrong, where and how to mend it, exits with 1, and
 * what is live stays. Contentful's own client is what meets the faults, with its own patience.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultName } from '@/local/contentful/faults/faults';
import { startContentfulStandIn, type StandIn } from '@/local/contentful/stand-in';
import { expectNoStaging, expectRefused, underFault } from './attempt';
import { contentfulEnv, stagings } from './run-build';
import { smallContent } from './small-content';

const before = stagings();

const later = 'Build again in a few minutes; what is live stays as it is.';
const publishing = `Somebody may be publishing many entries at this moment. ${later}`;
const connection =
  'Check whether this machine’s connection holds, and whether a proxy answers in Contentful’s place; then build again.';
const incomplete = (reason: string) =>
  `Contentful didn’t give the entries of type opportunity completely in 3 tries: ${reason}.`;

/** What is printed under each of the stand-in's faults that no site comes of. */
const faultMessages: Partial<Record<FaultName, string>> = {
  'rate-limit-storm':
    'Contentful answers that it gets too many requests (429, request local-N) while reading the locales of space “local”, after 5 more tries.\n' +
    'Wait a minute and build again. If it happens often, see whether several builds run at once.',
  'server-error':
    'Contentful has a fault of its own (500, request local-N) while reading the locales of space “local”, after 5 more tries.\n' +
    'See https://www.contentfulstatus.com and build again later. What is live stays as it is.',
  'dropped-connection':
    'HOST didn’t answer (ECONNRESET) while reading the locales of space “local”, after 5 more tries.\n' +
    'Check this machine’s connection and CONTENTFUL_HOST, then build again. What is live stays as it is.',
  'dropped-answer': `${incomplete('the answer broke off')}\n${connection}`,
  'truncated-json': `${incomplete('the answer is not complete')}\n${connection}`,
  'total-changes': `${incomplete('their number changed from 10 to 11')}\n${publishing}`,
  'duplicate-page': `${incomplete('“caption-harbour-films” came twice')}\n${publishing}`,
  'missing-page': `${incomplete('only 2 of 5 came')}\n${publishing}`,
  'no-entries':
    'The space “local” (environment “master”) has no published entry of our types.\n' +
    'Publish entries in Contentful; drafts are not read. Or check CONTENTFUL_SPACE_ID and CONTENTFUL_ENVIRONMENT.',
  'foreign-model':
    'The space “local” (environment “master”) doesn’t have our content model; its content types are author, blogPost.\n' +
    'Run npm run cms -- setup, which brings them in (docs/operators.md, “Contentful”), or check CONTENTFUL_SPACE_ID and CONTENTFUL_ENVIRONMENT.',
  'missing-type':
    'The space “local” (environment “master”) lacks content types of our model: opportunity, campaign.\n' +
    'Run npm run cms -- setup, which brings them in (docs/operators.md, “Contentful”), or check CONTENTFUL_SPACE_ID and CONTENTFUL_ENVIRONMENT. ' +
    'For a site that is meant to do without, set CONTENT_MAY_LACK=opportunity,campaign.',
  'duplicate-locale':
    'The space’s locales en-US and en-GB are both “en” to the site, which can’t show two.\n' +
    'Remove one of them from the environment in Contentful (Settings → Locales).',
  'asset-gone':
    'Contentful asset hero.png can’t be fetched from HOST/asset-files/local/hero.png/hero.png: it answered 404.\n' +
    'Upload the picture again in Contentful, and publish it.',
  'asset-dropped':
    'Contentful asset hero.png can’t be fetched from HOST/asset-files/local/hero.png/hero.png: the connection failed.\n' +
    'Check this machine’s connection, then build again. Behind a proxy, Node asks for NODE_USE_ENV_PROXY=1.',
};

describe.concurrent('Contentful at fault', () => {
  it.each(Object.entries(faultMessages) as [FaultName, string][])('%s', async (fault, message) => {
    await underFault(fault, (env) => expectRefused(fault, env, message));
  });
});

describe.concurrent('a space that can’t be opened', () => {
  let standIn: StandIn;
  beforeAll(async () => {
    standIn = await startContentfulStandIn({ content: smallContent });
  });
  afterAll(() => standIn.close());

  it('no token', async () => {
    await expectRefused(
      'no-token',
      // What a secret that was never set looks like in a workflow.
      { ...contentfulEnv(standIn), CONTENTFUL_DELIVERY_TOKEN: '' },
      'CONTENTFUL_DELIVERY_TOKEN is not set, so the space “local” can’t be read.\n' +
        'Copy the “Content Delivery API - access token” of an API key in Contentful (Settings → API keys) to a secret of that name, or set CONTENT_SOURCE=files to build from a folder.',
    );
  });

  it('a wrong token, which is never printed', async () => {
    const token = 'a-secret-that-nobody-may-see';
    const run = await expectRefused(
      'wrong-token',
      { ...contentfulEnv(standIn), CONTENTFUL_DELIVERY_TOKEN: token },
      'Contentful doesn’t accept the token in CONTENTFUL_DELIVERY_TOKEN (401, request local-N) while reading the locales of space “local”.\n' +
        'Copy the “Content Delivery API - access token” of an API key of that space: Contentful, Settings → API keys. The preview and management tokens don’t work here.',
    );
    expect(run.stdout + run.stderr).not.toContain(token);
  });

  it('no space', async () => {
    await expectRefused(
      'no-space',
      { CONTENT_SOURCE: 'contentful', CONTENTFUL_DELIVERY_TOKEN: 'local' },
      'CONTENTFUL_SPACE_ID is not set, so there is no space to read.\n' +
        'Copy it from Contentful (Settings → General settings), or set CONTENT_SOURCE=files to build from a folder.',
    );
  });

  it('an unknown space', async () => {
    await expectRefused(
      'unknown-space',
      { ...contentfulEnv(standIn), CONTENTFUL_SPACE_ID: 'nowhere' },
      'Contentful has no space “nowhere” that this token may read (404, request local-N).\n' +
        'Compare CONTENTFUL_SPACE_ID with Contentful, Settings → General settings. The token must be of the same space.',
    );
  });

  it('an unknown environment', async () => {
    await expectRefused(
      'unknown-environment',
      { ...contentfulEnv(standIn), CONTENTFUL_ENVIRONMENT: 'staging' },
      'The space “local” has no environment “staging” that this token may read (404, request local-N).\n' +
        'Compare CONTENTFUL_ENVIRONMENT with Contentful, Settings → Environments, and tick that environment in the API key: Settings → API keys.',
    );
  });

  it('a host where nothing listens', async () => {
    await expectRefused(
      'no-host',
      { ...contentfulEnv(standIn), CONTENTFUL_HOST: '127.0.0.1:9' },
      'HOST didn’t answer (ECONNREFUSED) while reading the locales of space “local”, after 5 more tries.\n' +
        'Check this machine’s connection and CONTENTFUL_HOST, then build again. What is live stays as it is.',
    );
  });
});

describe('after all of these', () => {
  it('nothing that a build began to make is left behind', async () => {
    await expectNoStaging(before);
  });
});
