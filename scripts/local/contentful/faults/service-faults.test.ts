import { describe, expect, it } from 'vitest';
import type { ReadSettings } from '@/sources/contentful/contentful-config';
import { failure, readStandIn, pullFrom, withStandIn } from '../testing';
import type { FaultName } from './faults';

const sound = await readStandIn();

async function messageUnder(fault: FaultName, settings: Partial<ReadSettings> = {}): Promise<string> {
  const error = await failure(readStandIn({ fault }, settings));
  expect(error.hint).not.toBe('');
  return error.message;
}

describe.concurrent('faults of the service', () => {
  it('rate-limit-storm', async () => {
    expect(await messageUnder('rate-limit-storm', { retryLimit: 1 })).toMatch(
      /^Contentful answers that it gets too many requests \(429, request local-2\) while reading the locales of space “local”, after another try\.$/,
    );
  });

  it('rate-limit-burst is waited out', async () => {
    const { pulled, lines } = await readStandIn({ fault: 'rate-limit-burst' }, { retryLimit: 2 });
    expect(pulled.entries).toEqual(sound.pulled.entries);
    expect(lines[0]).toMatch(/^Contentful: Rate limit error occurred\. Waiting for \d+ ms before retrying/);
  });

  it('server-error', async () => {
    expect(await messageUnder('server-error')).toMatch(
      /^Contentful has a fault of its own \(500, request local-1\) while reading the locales of space “local”\.$/,
    );
  });

  it('server-error-burst is waited out', async () => {
    const { pulled } = await readStandIn({ fault: 'server-error-burst' }, { retryLimit: 2 });
    expect(pulled.entries).toEqual(sound.pulled.entries);
  });

  it('dropped-connection', async () => {
    expect(await messageUnder('dropped-connection')).toMatch(
      /^127\.0\.0\.1:\d+ didn’t answer \(ECONNRESET\) while reading the locales of space “local”\.$/,
    );
  });

  it('dropped-answer', async () => {
    expect(await messageUnder('dropped-answer')).toBe(
      'Contentful didn’t give the entries of type opportunity completely in 3 tries: the answer broke off.',
    );
  });

  it('truncated-json', async () => {
    expect(await messageUnder('truncated-json')).toBe(
      'Contentful didn’t give the entries of type opportunity completely in 3 tries: the answer is not complete.',
    );
  });

  it('total-changes', async () => {
    expect(await messageUnder('total-changes')).toBe(
      'Contentful didn’t give the entries of type opportunity completely in 3 tries: their number changed from 10 to 11.',
    );
  });

  it('total-changes-once is read again', async () => {
    const { pulled, lines } = await readStandIn({ fault: 'total-changes-once' });
    expect(pulled.entries).toEqual(sound.pulled.entries);
    expect(lines).toContain(
      'Reading the entries of type opportunity again: their number changed from 6 to 5.',
    );
  });

  it('duplicate-page', async () => {
    expect(await messageUnder('duplicate-page')).toBe(
      'Contentful didn’t give the entries of type opportunity completely in 3 tries: “caption-harbour-films” came twice.',
    );
  });

  it('missing-page', async () => {
    expect(await messageUnder('missing-page')).toBe(
      'Contentful didn’t give the entries of type opportunity completely in 3 tries: only 2 of 5 came.',
    );
  });

  it('oversize is read in smaller pages', async () => {
    const { pulled, lines } = await readStandIn({ fault: 'oversize' }, { pageLimit: 8 });
    expect(pulled.entries).toEqual(sound.pulled.entries);
    expect(lines.slice(0, 2)).toEqual([
      'A page of the entries of type opportunity is larger than Contentful sends: going on with 4 at a time.',
      'A page of the entries of type opportunity is larger than Contentful sends: going on with 2 at a time.',
    ]);
  });

  it('slow', async () => {
    expect(await messageUnder('slow', { timeoutMs: 100 })).toMatch(
      /^127\.0\.0\.1:\d+ took too long to answer \(ECONNABORTED\) while reading the locales of space “local”\.$/,
    );
  });

  it.each([
    ['asset-gone', 'it answered 404'],
    ['asset-dropped', 'the connection failed'],
  ] as const)('%s', async (fault, reason) => {
    await withStandIn({ fault }, async (standIn) => {
      const { pulled } = await pullFrom(standIn);
      const error = await failure(pulled.assets.get('hero.png')?.read() ?? Promise.resolve());
      expect(error.message).toBe(
        `Contentful asset hero.png can’t be fetched from ${standIn.host}/asset-files/local/hero.png/hero.png: ${reason}.`,
      );
    });
  });
});
