/** What the reading of a space says that has one of these faults. What becomes of the site is in `tests/build`. */
import { describe, expect, it } from 'vitest';
import type { ReadSettings } from '@/sources/contentful/contentful-config';
import { failure, readStandIn, pullFrom, withStandIn } from './read-space';
import type { FaultName } from './start';

const atLocales = ' while reading the locales of space “local”';
const incomplete = 'Contentful didn’t give the entries of type opportunity completely in 3 tries: ';
const space = 'The space “local” (environment “master”)';

describe.concurrent('a fault', () => {
  it.each<[FaultName, string, Partial<ReadSettings>?]>([
    [
      'rate-limit-storm',
      `Contentful answers that it gets too many requests (429, request local-2)${atLocales}, after another try.`,
      { retryLimit: 1 },
    ],
    ['server-error', `Contentful has a fault of its own (500, request local-1)${atLocales}.`],
    ['dropped-connection', `HOST didn’t answer (ECONNRESET)${atLocales}.`],
    ['slow', `HOST took too long to answer (ECONNABORTED)${atLocales}.`, { timeoutMs: 100 }],
    ['dropped-answer', `${incomplete}the answer broke off.`],
    ['truncated-json', `${incomplete}the answer is not complete.`],
    ['total-changes', `${incomplete}their number changed from 10 to 11.`],
    ['duplicate-page', `${incomplete}“caption-harbour-films” came twice.`],
    ['missing-page', `${incomplete}only 2 of 5 came.`],
    ['no-entries', `${space} has no published entry of our types.`],
    ['foreign-model', `${space} doesn’t have our content model`],
    ['missing-type', `${space} lacks content types of our model: opportunity, campaign.`],
  ])('%s stops the reading', async (fault, message, settings = {}) => {
    const error = await failure(readStandIn({ fault }, settings));
    expect(error.message.replace(/127\.0\.0\.1:\d+/, 'HOST')).toContain(message);
    expect(error.hint).not.toBe('');
  });

  it('missing-type is accepted where the site may do without', async () => {
    const lacking = { allowedLosses: new Set(['opportunity', 'campaign'] as const) };
    const { pulled, lines } = await withStandIn({ fault: 'missing-type' }, (standIn) =>
      pullFrom(standIn, {}, lacking),
    );
    const types = new Set(pulled.entries.map(({ type }) => type));
    expect([types.has('opportunity'), types.has('organization')]).toEqual([false, true]);
    expect(lines).toContain('Content types that the space doesn’t have: opportunity, campaign.');
  });
});
