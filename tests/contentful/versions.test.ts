/** Reading a space also tells the versions of its entries, and whether anything is new. */
import type { PlainClientAPI } from 'contentful-management';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClient } from '@scripts/cms/space.fixture';
import { SecretValue } from '@/config/secret-value';
import { createContentfulSource } from '@/sources/contentful/contentful-source';
import { hashPublished } from '@/status/entry-hash';
import { startStandIn, type ContentfulServer } from './start';
import { fixture } from './read-space';

let standIn: ContentfulServer;
let client: PlainClientAPI;
beforeEach(async () => {
  standIn = await startStandIn({ content: fixture });
  client = openClient(standIn);
});
afterEach(() => standIn.close());

const source = () =>
  createContentfulSource(
    { space: 'local', environment: 'master', token: new SecretValue('local'), host: standIn.host },
    { retryLimit: 0, timeoutMs: 5000 },
  );

const read = () => source().read(() => undefined);

const original = 'relire-carnets';
const organization = 'harbour-school';

const edits = {
  edit: async (entryId: string) => {
    const entry = await client.entry.get({ entryId });
    const title = { ...(entry.fields['title'] as object), en: 'Another title' };
    await client.entry.update({ entryId }, { ...entry, fields: { ...entry.fields, title } });
  },
  publish: async (entryId: string) => {
    await client.entry.publish({ entryId }, await client.entry.get({ entryId }));
  },
  unpublish: async (entryId: string) => {
    await client.entry.unpublish({ entryId });
  },
  editAsset: async (assetId: string) => {
    const asset = await client.asset.get({ assetId });
    await client.asset.update({ assetId }, { ...asset, fields: { ...asset.fields, title: { en: 'Other' } } });
  },
  publishAsset: async (assetId: string) => {
    await client.asset.publish({ assetId }, await client.asset.get({ assetId }));
  },
  unpublishAsset: async (assetId: string) => {
    await client.asset.unpublish({ assetId });
  },
} satisfies Record<string, (id: string) => Promise<unknown>>;

it('tells by its fingerprint that an entry was changed', async () => {
  const { fingerprints: before } = await read();
  await edits.edit(original);
  await edits.publish(original);
  const { fingerprints: now } = await read();
  const known = new Set(before?.values());
  const changed = [...(now ?? [])].filter(([, fingerprint]) => !known.has(fingerprint));
  expect(changed.map(([{ id }]) => id)).toEqual([original]);
});

describe('the mark of a space', () => {
  const mark = () => source().mark();

  it('costs two requests, and changes with what a site would show, and with nothing else', async () => {
    const before = standIn.requests.get('api') ?? 0;
    const marks = [await mark()];
    expect((standIn.requests.get('api') ?? 0) - before).toBe(2);
    for (const [what, id] of [
      ['edit', original],
      ['editAsset', 'hero.png'],
    ] as const) {
      await edits[what](id);
      expect(await mark()).toBe(marks[0]);
    }
    for (const [what, id] of [
      ['publish', original],
      ['unpublish', organization],
      ['publish', organization],
      ['publishAsset', 'hero.png'],
      ['unpublishAsset', 'hero.png'],
    ] as const) {
      await edits[what](id);
      marks.push(await mark());
      // The space's clock is in milliseconds.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('can’t be read without the space', async () => {
    await standIn.close();
    await expect(mark()).rejects.toThrow(/didn’t answer/);
    standIn = await startStandIn({ content: fixture });
  });
});

it('gives an entry the version that the Management API has', async () => {
  await edits.edit(original);
  await edits.publish(original);
  const { sys } = await client.entry.get({ entryId: original });
  expect(sys.publishedVersion).toBeGreaterThan(1);
  const { hashes } = await read();
  expect(hashes?.get(`opportunity/${original}`)).toBe(hashPublished(original, sys.publishedVersion ?? 0));
});
