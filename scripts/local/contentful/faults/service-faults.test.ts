import { describe, expect, it } from 'vitest';
import type { ReadSettings } from '@/sources/contentful/contentful-config';
import { failure, readStandIn, pullFrom, withStandIn } from '../testing';
import type { FaultName } from './faults';

const sound = await readStandIn();

const atLocales = ' while reading the locales of space “local”';
const incomplete = 'Contentful didn’t give the entries of type opportunity completely in 3 tries: ';

describe.concurrent('a fault of the service', () => {
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
  ])('%s stops the reading', async (fault, message, settings = {}) => {
    const error = await failure(readStandIn({ fault }, settings));
    expect(error.message.replace(/127\.0\.0\.1:\d+/, 'HOST')).toBe(message);
    expect(error.hint).not.toBe('');
  });

  it.each<[FaultName, string | undefined, Partial<ReadSettings>?]>([
    ['rate-limit-burst', 'Contentful: Rate limit error occurred. Waiting for', { retryLimit: 2 }],
    ['server-error-burst', undefined, { retryLimit: 2 }],
    [
      'total-changes-once',
      'Reading the entries of type opportunity again: their number changed from 6 to 5.',
    ],
    ['oversize', 'is larger than Contentful sends: going on with 2 at a time.', { pageLimit: 8 }],
  ])('%s is overcome', async (fault, line = '', settings = {}) => {
    const { pulled, lines } = await readStandIn({ fault }, settings);
    expect(pulled.entries).toEqual(sound.pulled.entries);
    expect(lines.join('\n')).toContain(line);
  });

  it.each([
    ['asset-gone', 'it answered 404'],
    ['asset-dropped', 'the connection failed'],
  ] as const)('%s stops the reading of a picture', async (fault, reason) => {
    await withStandIn({ fault }, async (standIn) => {
      const { pulled } = await pullFrom(standIn);
      const error = await failure(pulled.assets.get('hero.png')?.read() ?? Promise.resolve());
      expect(error.message).toBe(
        `Contentful asset hero.png can’t be fetched from ${standIn.host}/asset-files/local/hero.png/hero.png: ${reason}.`,
      );
    });
  });
});
