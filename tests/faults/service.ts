/** A service of which no right site can come. Contentful's own client is what meets the faults, with its own patience. */
import type { FaultName } from '@scripts/local/contentful/faults/faults';
import { startContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { contentfulEnv, type Env } from '../build/run-build';
import { smallContent } from '../build/small-content';
import type { NamedFault } from './fault';

const later = 'Build again in a few minutes; the live site stays as it is.';
const publishing = `Someone may be publishing many entries right now. ${later}`;
const connection =
  'Check whether this machine’s connection holds, and whether a proxy answers in Contentful’s place; then build again.';
const incomplete = (reason: string) =>
  `Contentful didn’t give the entries of type opportunity completely in 3 tries: ${reason}.`;

const tokenHint =
  'Copy the “Content Delivery API - access token” of an API key of that space: Contentful, Settings → API keys. The preview and management tokens don’t work here.';
const environmentHint =
  'Compare CONTENTFUL_ENVIRONMENT with Contentful, Settings → Environments, and tick that environment in the API key: Settings → API keys.';
const unfetched = (reason: string) =>
  `Contentful asset hero.png can’t be fetched from HOST/asset-files/local/hero.png/hero.png: ${reason}.\n` +
  'Check this machine’s connection, then build again. Behind a proxy, Node asks for NODE_USE_ENV_PROXY=1.';

/** What is printed under each of the stand-in's faults that no site comes of. */
const faultMessages: Partial<Record<FaultName, string>> = {
  'rate-limit-storm':
    'Contentful answers that it gets too many requests (429, request local-N) while reading the locales of space “local”, after 5 more tries.\n' +
    'Wait a minute and build again. If it happens often, see whether several builds run at once.',
  'server-error':
    'Contentful has a fault of its own (500, request local-N) while reading the locales of space “local”, after 5 more tries.\n' +
    'See https://www.contentfulstatus.com and build again later. The live site stays as it is.',
  'dropped-connection':
    'HOST didn’t answer (ECONNRESET) while reading the locales of space “local”, after 5 more tries.\n' +
    'Check this machine’s connection and CONTENTFUL_HOST, then build again. The live site stays as it is.',
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
  silence:
    'HOST took too long to answer (ECONNABORTED) while reading the locales of space “local”, after 5 more tries.\n' +
    'Check this machine’s connection and CONTENTFUL_HOST, then build again. The live site stays as it is.',
  'half-closed': `${incomplete('the answer broke off')}\n${connection}`,
  'bad-gateway':
    'Contentful has a fault of its own (502) while reading the locales of space “local”, after 5 more tries.\n' +
    'See https://www.contentfulstatus.com and build again later. The live site stays as it is.',
  'sign-in-page': `Contentful didn’t give the locales completely in 3 tries: the answer is not complete.\n${connection}`,
  'empty-answer': `${incomplete('the answer is not complete')}\n${connection}`,
  'other-json': `${incomplete('the answer is not complete')}\n${connection}`,
  'token-expires':
    'Contentful doesn’t accept the token in CONTENTFUL_DELIVERY_TOKEN (401, request local-N) while reading the entries of type organization of space “local”.\n' +
    tokenHint,
  'access-taken':
    'Contentful refused the request (403, request local-N, AccessDenied) while reading the entries of type organization of space “local”.\n' +
    'Check that the API key may read this space and that the space’s content types are those of the model.',
  'environment-deleted':
    'The space “local” has no environment “master” that this token may read (404, request local-N).\n' +
    environmentHint,
  'asset-error': unfetched('it answered 500'),
  'asset-empty': unfetched('it is empty'),
  'asset-other': unfetched('a web page came in its place'),
  'two-settings':
    'There are 2 entries of site settings, and a site has one: Contentful entry site, Contentful entry zz-settings. Nothing was published. Keep the one that is right; delete or unpublish the others.',
  'no-settings':
    'There are no site settings, and every page depends on them. Nothing was published. Publish one entry of type settings, or check that this is the right folder, space and environment.',
  'organization-unpublished':
    '3 of 5 entries of type opportunity would be left out, and at most 2 may be.\n' +
    'Nothing was published. Fix these entries, or raise CONTENT_LEFT_OUT_LIMIT:\n' +
    ['caption-harbour-films', 'proofread-tide-tables', 'relire-carnets']
      .map(
        (id) =>
          `  Contentful entry ${id} · organization: leads to the organization “harbour-school”, which doesn’t exist — Choose an entry that exists.`,
      )
      .join('\n') +
    '\nContentful doesn’t say that “harbour-school” went off the site on purpose. Bring it back. To take it off the site, make it a draft: what needs it then goes with it, and doesn’t count. A build sees drafts of Contentful if CONTENTFUL_PREVIEW_TOKEN is set.',
};

/** Serves the small content with a fault of the stand-in; a client waits a second for an answer there. */
export async function serveWithFault(fault: FaultName | undefined, changed: Env = {}) {
  const standIn = await startContentfulStandIn({
    content: smallContent,
    ...(fault === undefined ? {} : { fault }),
  });
  const patience = fault === 'silence' ? { CONTENTFUL_TIMEOUT: '1' } : {};
  return { env: { ...contentfulEnv(standIn), ...patience, ...changed }, close: standIn.close };
}

const faulty = (Object.entries(faultMessages) as [FaultName, string][]).map(
  ([name, refused]): NamedFault => ({
    name,
    kind: 'service',
    arrange: async () => ({ ...(await serveWithFault(name)), refused }),
  }),
);

/** A space that can't be opened: what is said wrongly, and what is printed. */
const unopened: readonly (readonly [name: string, changed: Env, message: string])[] = [
  [
    'no token',
    // What a secret that was never set looks like in a workflow.
    { CONTENTFUL_DELIVERY_TOKEN: '' },
    'CONTENTFUL_DELIVERY_TOKEN is not set, so the space “local” can’t be read.\n' +
      'Copy the “Content Delivery API - access token” of an API key in Contentful (Settings → API keys) to a secret of that name, or set CONTENT_SOURCE=files to build from a folder.',
  ],
  [
    'a wrong token',
    { CONTENTFUL_DELIVERY_TOKEN: 'a-secret-that-nobody-may-see' },
    `Contentful doesn’t accept the token in CONTENTFUL_DELIVERY_TOKEN (401, request local-N) while reading the locales of space “local”.\n${tokenHint}`,
  ],
  [
    'no space',
    { CONTENT_SOURCE: 'contentful', CONTENTFUL_SPACE_ID: '' },
    'CONTENTFUL_SPACE_ID is not set, so there is no space to read.\n' +
      'Copy it from Contentful (Settings → General settings), or set CONTENT_SOURCE=files to build from a folder.',
  ],
  [
    'an unknown space',
    { CONTENTFUL_SPACE_ID: 'nowhere' },
    'Contentful has no space “nowhere” that this token may read (404, request local-N).\n' +
      'Compare CONTENTFUL_SPACE_ID with Contentful, Settings → General settings. The token must be of the same space.',
  ],
  [
    'an unknown environment',
    { CONTENTFUL_ENVIRONMENT: 'staging' },
    `The space “local” has no environment “staging” that this token may read (404, request local-N).\n${environmentHint}`,
  ],
  [
    'a host where nothing listens',
    { CONTENTFUL_HOST: '127.0.0.1:9' },
    'HOST didn’t answer (ECONNREFUSED) while reading the locales of space “local”, after 5 more tries.\n' +
      'Check this machine’s connection and CONTENTFUL_HOST, then build again. The live site stays as it is.',
  ],
  [
    'a timeout in words',
    { CONTENTFUL_TIMEOUT: 'soon' },
    'CONTENTFUL_TIMEOUT is “soon”.\nGive the seconds to wait for one answer, from 1 to 600, or leave it unset for 30.',
  ],
];

export const serviceFaults: readonly NamedFault[] = [
  ...faulty,
  ...unopened.map(([name, changed, refused]): NamedFault => ({
    name,
    kind: 'service',
    arrange: async () => ({ ...(await serveWithFault(undefined, changed)), refused }),
  })),
];
