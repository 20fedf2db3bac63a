/** What a build knows from earlier ones and from the Sync API equals what it would read in full. */
import { readFileSync, rmSync } from 'node:fs';
import type { PlainClientAPI } from 'contentful-management';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClient } from '../../cms/space.fixture';
import { temporaryFolder } from '../../test/temporary-folder';
import { readCached, writeCached } from '@/cache/cached';
import { SecretValue } from '@/config/secret-value';
import { defaultSettings, type ReadSettings } from '@/sources/contentful/contentful-config';
import { createContentfulSource } from '@/sources/contentful/contentful-source';
import { openDelivery } from '@/sources/contentful/delivery';
import { spaceKey } from '@/sources/contentful/items/space-cache';
import { hashPublished } from '@/status/entry-hash';
import type { RawEntry } from '@/model/types/entry';
import type { SourceContent } from '@/sources/source';
import { startContentfulStandIn, type ContentfulStandIn } from './stand-in';
import { fixture } from './testing';

const cache = temporaryFolder();
let standIn: ContentfulStandIn;
let client: PlainClientAPI;
beforeEach(async () => {
  standIn = await startContentfulStandIn({ content: fixture });
  client = openClient(standIn);
});
afterEach(() => standIn.close());

interface Reading {
  readonly pulled: SourceContent;
  readonly lines: readonly string[];
  /** Requests to the API. */
  readonly requests: number;
}

async function read(
  cacheFolder: string | undefined,
  settings: Partial<ReadSettings> = {},
  known: ReadonlySet<string> = new Set(),
): Promise<Reading> {
  const lines: string[] = [];
  const source = createContentfulSource(
    { space: 'local', environment: 'master', token: new SecretValue('local'), host: standIn.host },
    { ...defaultSettings, retryLimit: 0, pauseMs: 0, retryMs: 1, timeoutMs: 5000, pageLimit: 4, ...settings },
    cacheFolder,
  );
  const before = standIn.requests.get('api') ?? 0;
  const pulled = await source.read(
    (line) => lines.push(line),
    (fingerprint) => known.has(fingerprint),
  );
  return { pulled, lines, requests: (standIn.requests.get('api') ?? 0) - before };
}

/** Takes an entry out of what is cached, as if a change had been missed. */
async function forget(id: string): Promise<void> {
  const config = {
    space: 'local',
    environment: 'master',
    token: new SecretValue('local'),
    host: standIn.host,
  };
  const delivery = openDelivery(config, defaultSettings, () => undefined);
  const name = JSON.stringify([config.host, config.space, config.environment]);
  const key = spaceKey(name, await delivery.locales(), await delivery.contentTypes());
  const stored = readCached<{ readonly entries: ReadonlyMap<string, Map<string, unknown>> }>(key, cache.at());
  if (!stored) throw new Error('Nothing is cached.');
  for (const ofType of stored.entries.values()) ofType.delete(id);
  writeCached(key, stored, cache.at());
}

/** A space with the same address that knows nothing of what was given out before. */
async function restart(): Promise<void> {
  const { port } = standIn;
  await standIn.close();
  standIn = await startContentfulStandIn({ content: fixture, port });
  client = openClient(standIn);
}

/** Requests for the locales, for two pages of content types, and for what changed. */
const fewest = 4;

/** Everything that a source gives, with entries that are decoded when they are asked for decoded. */
const wholeOf = ({ entries, hashes, assets, locales, fallbacks, problems }: SourceContent) => ({
  entries: entries.map((entry): RawEntry => ({ ...entry })),
  hashes: [...(hashes ?? [])].toSorted(),
  assets: [...assets.values()].map(({ id, where }) => ({ id, where })),
  locales,
  fallbacks,
  problems,
});

async function expectSame(settings?: Partial<ReadSettings>, known?: ReadonlySet<string>): Promise<Reading> {
  const cached = await read(cache.at(), settings, known);
  const { pulled } = await read(undefined);
  expect(wholeOf(cached.pulled)).toStrictEqual(wholeOf(pulled));
  return cached;
}

const original = 'relire-carnets';
const organization = 'harbour-school';

/** An edit in Contentful between two builds. What Contentful refuses, such as publishing twice, changes nothing. */
type Edit = readonly [what: keyof typeof edits, id: string, text: string];

const edits = {
  create: async (entryId: string, text: string) => {
    const { fields } = await client.entry.get({ entryId: original });
    await client.entry.createWithId(
      { entryId, contentTypeId: 'opportunity' },
      { fields: { ...fields, title: { en: text } } },
    );
  },
  createOther: async (entryId: string, text: string) => {
    await client.entry.createWithId({ entryId, contentTypeId: 'story' }, { fields: { title: { fr: text } } });
  },
  edit: async (entryId: string, text: string) => {
    const entry = await client.entry.get({ entryId });
    const fields = { ...entry.fields, title: { ...(entry.fields['title'] as object), en: text } };
    await client.entry.update({ entryId }, { ...entry, fields });
  },
  clear: async (entryId: string) => {
    const entry = await client.entry.get({ entryId });
    await client.entry.update({ entryId }, { ...entry, fields: {} });
  },
  publish: async (entryId: string) => {
    await client.entry.publish({ entryId }, await client.entry.get({ entryId }));
  },
  unpublish: async (entryId: string) => {
    await client.entry.unpublish({ entryId });
  },
  archive: async (entryId: string) => {
    await client.entry.unpublish({ entryId });
    await client.entry.archive({ entryId });
  },
  delete: async (entryId: string) => {
    await client.entry.delete({ entryId });
  },
  editAsset: async (_id: string, text: string) => {
    const asset = await client.asset.get({ assetId: 'hero.png' });
    await client.asset.update(
      { assetId: 'hero.png' },
      { ...asset, fields: { ...asset.fields, title: { en: text } } },
    );
  },
  publishAsset: async () => {
    await client.asset.publish({ assetId: 'hero.png' }, await client.asset.get({ assetId: 'hero.png' }));
  },
  unpublishAsset: async () => {
    await client.asset.unpublish({ assetId: 'hero.png' });
  },
  addLocale: async () => {
    await client.locale.create({}, {
      code: 'de',
      name: 'German',
      fallbackCode: 'en',
      optional: true,
    } as never);
  },
} satisfies Record<string, (id: string, text: string) => Promise<unknown>>;

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom('create', 'edit', 'publish', 'unpublish', 'delete', 'publish', 'clear'),
    },
    { weight: 3, arbitrary: fc.constantFrom('createOther', 'editAsset', 'publishAsset', 'unpublishAsset') },
    { weight: 1, arbitrary: fc.constant('addLocale') },
  ) as fc.Arbitrary<keyof typeof edits>,
  fc.constantFrom(original, 'new-one', 'new-two', organization),
  fc.constantFrom('A title', 'Another title'),
);

async function apply([what, id, text]: Edit): Promise<boolean> {
  return edits[what](id, text).then(
    () => true,
    () => false,
  );
}

describe('a space that an earlier build has read', () => {
  it('is the same as if it were read in full, after any edits', async () => {
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { maxLength: 5 }), { minLength: 2, maxLength: 5 }),
        async (builds) => {
          await standIn.close();
          rmSync(cache.at(), { recursive: true, force: true });
          standIn = await startContentfulStandIn({ content: fixture });
          client = openClient(standIn);
          await expectSame();
          for (const changes of builds) {
            for (const one of changes) if (await apply(one)) applied++;
            await expectSame();
          }
        },
      ),
      { numRuns: 8, seed: 20_261_128 },
    );
    expect(applied).toBeGreaterThan(20);
  }, 60_000);

  it('is asked only for what changed', async () => {
    const first = await read(cache.at(), { pageLimit: 1000 });
    expect(first.requests).toBeLessThan(25);
    expect((await expectSame()).requests).toBe(fewest);
    await apply(['edit', original, 'Another title']);
    await apply(['publish', original, '']);
    const second = await expectSame();
    expect(second.requests).toBe(fewest);
    expect(second.lines).toContain('Entries that changed since the last build: 1');
    expect(second.pulled.entries.find(({ id }) => id === original)?.locales.en?.['title']).toBe(
      'Another title',
    );
  });

  it('gives entries that were checked before without decoding them', async () => {
    const { pulled } = await read(cache.at());
    const known = new Set(pulled.fingerprints?.values());
    expect(known.size).toBe(pulled.entries.length);
    await apply(['edit', original, 'Another title']);
    await apply(['publish', original, '']);
    const { pulled: next } = await expectSame({}, known);
    const decoded = next.entries.filter((entry) => !Object.getOwnPropertyDescriptor(entry, 'shared')?.get);
    expect(decoded.map(({ id }) => id)).toEqual([original]);
  });

  it('is read in full where the token is no longer known', async () => {
    await read(cache.at());
    await restart();
    await apply(['unpublish', original, '']);
    const { lines, pulled } = await expectSame();
    expect(lines.join('\n')).toMatch(
      /Everything is read, since Contentful doesn’t give the changes: Contentful refused/,
    );
    expect(pulled.entries.map(({ id }) => id)).not.toContain(original);
    expect((await expectSame()).requests).toBe(fewest);
  });

  it('is read in full where the cache is damaged, or the space has other languages or content types', async () => {
    await read(cache.at());
    const [name = ''] = cache.files();
    cache.write(name, readFileSync(cache.at(name)).subarray(0, -1));
    expect((await expectSame()).requests).toBeGreaterThan(12);
    await apply(['addLocale', '', '']);
    expect((await expectSame()).requests).toBeGreaterThan(12);
    expect((await expectSame()).requests).toBe(fewest);
  });

  it('is compared with a full read from time to time, which decides', async () => {
    await read(cache.at());
    expect((await expectSame({ compareAfterMs: 0 })).lines.join()).not.toContain('differed');
    expect((await expectSame()).requests).toBe(fewest);
    await forget(original);
    const { lines } = await expectSame({ compareAfterMs: 0 });
    expect(lines).toContain(
      'What was known from earlier builds differed from the space, and is no longer used.',
    );
    expect((await expectSame()).requests).toBe(fewest);
  });

  it('is read in full each time where the Sync API doesn’t answer', async () => {
    await standIn.close();
    standIn = await startContentfulStandIn({ content: fixture, fault: 'no-sync' });
    for (let build = 0; build < 2; build++) {
      const { lines } = await expectSame();
      expect(lines.join('\n')).toContain(
        'The next build reads everything again: Contentful has a fault of its own',
      );
    }
    expect(cache.files()).toEqual([]);
  });
});

describe('what Contentful reports as taken away', () => {
  const gone = async (settings?: Partial<ReadSettings>) => [
    ...((await read(cache.at(), settings)).pulled.unpublished ?? []),
  ];

  it.each(['unpublish', 'archive', 'delete'] as const)('by “%s” is known until it is back', async (what) => {
    expect(await gone()).toEqual([]);
    if (what === 'delete') await apply(['unpublish', organization, '']);
    expect(await apply([what, organization, ''])).toBe(true);
    for (const compareAfterMs of [Infinity, Infinity, 0, Infinity])
      expect(await gone({ compareAfterMs })).toEqual([organization]);
    if (what !== 'unpublish') return;
    await apply(['publish', organization, '']);
    expect(await gone()).toEqual([]);
  });

  it('is remembered where the token is no longer known, but not before the first reading', async () => {
    await apply(['unpublish', organization, '']);
    expect(await gone()).toEqual([]);
    await apply(['unpublish', original, '']);
    expect(await gone()).toEqual([original]);
    await restart();
    for (const id of [organization, original]) await apply(['unpublish', id, '']);
    expect(await gone()).toEqual([original]);
  });
});

describe('the mark of a space', () => {
  const mark = () =>
    createContentfulSource(
      { space: 'local', environment: 'master', token: new SecretValue('local'), host: standIn.host },
      { retryLimit: 0, timeoutMs: 5000 },
    ).mark();

  it('costs two requests, and changes with what a site would show, and with nothing else', async () => {
    const before = standIn.requests.get('api') ?? 0;
    const marks = [await mark()];
    expect((standIn.requests.get('api') ?? 0) - before).toBe(2);
    for (const [what, id] of [
      ['edit', original],
      ['editAsset', ''],
    ] as const) {
      expect(await apply([what, id, 'A draft'])).toBe(true);
      expect(await mark()).toBe(marks[0]);
    }
    for (const [what, id] of [
      ['publish', original],
      ['unpublish', organization],
      ['publish', organization],
      ['publishAsset', ''],
      ['unpublishAsset', ''],
    ] as const) {
      expect(await apply([what, id, '']), `${what} ${id}`).toBe(true);
      marks.push(await mark());
      // The space's clock is in milliseconds.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('can’t be read without the space', async () => {
    await standIn.close();
    await expect(mark()).rejects.toThrow(/didn’t answer/);
    standIn = await startContentfulStandIn({ content: fixture });
  });
});

it('gives an entry the version that the Management API has', async () => {
  await apply(['edit', original, 'Another title']);
  await apply(['publish', original, '']);
  const { sys } = await client.entry.get({ entryId: original });
  expect(sys.publishedVersion).toBeGreaterThan(1);
  const { pulled } = await read(undefined);
  expect(pulled.hashes?.get(`opportunity/${original}`)).toBe(
    hashPublished(original, sys.publishedVersion ?? 0),
  );
});
