/** What is kept from build to build equals what is read and checked afresh, whatever was edited in between. */
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import type { ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { createFilesSource } from '@/sources/files/files-source';
import { formatEntry } from '@/sources/files/format-entry';
import { acceptEntries } from './accept';
import { cachedFile, type CacheKey } from '@/cache/cached';
import { checkedEntriesKey, openCheckedEntries } from './checked-entries';

let dir = '';
const home = temporaryFolder();
beforeEach(() => {
  dir = home.at('content');
  for (const { folder } of Object.values(contentTypes))
    mkdirSync(path.join(dir, folder), { recursive: true });
});

const fileOf = (type: ContentTypeName, id: string) => path.join(dir, contentTypes[type].folder, `${id}.yml`);

/** A fixed time: what is changed must be noticed without the clock. */
const then = new Date('2026-01-01T00:00:00Z');

function write(file: string, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, then, then);
}

const keyOf = (version?: string): CacheKey => {
  const key = checkedEntriesKey('files');
  return { ...key, code: version ?? key.code };
};

const openEntries = (lines: string[], version?: string) =>
  openCheckedEntries(keyOf(version), (line) => lines.push(line), home.at('cache'));

interface Reading {
  readonly version?: string;
  readonly lines?: string[];
}

async function readWithCache({ version, lines = [] }: Reading = {}) {
  const earlier = openEntries(lines, version);
  const pulled = await createFilesSource(dir).read(() => undefined, earlier.isKnown);
  const check = earlier.checkBy(pulled.fingerprints ?? new Map());
  const accepted = acceptEntries(pulled.entries, pulled.problems, { now: then.getTime(), check });
  earlier.save();
  return { entries: pulled.entries, problems: pulled.problems, locales: pulled.locales, accepted };
}

async function readCold() {
  const { entries, problems, locales } = await createFilesSource(dir).read(() => undefined);
  return { entries, problems, locales, accepted: acceptEntries(entries, problems, { now: then.getTime() }) };
}

/** Compares by value; entries that are parsed when they are asked for have accessors in place of values. */
async function expectSame(options?: Reading): Promise<void> {
  const [warm, cold] = [await readWithCache(options), await readCold()];
  expect(warm.entries.map((entry) => ({ ...entry }))).toStrictEqual(cold.entries);
  expect({ ...warm, entries: [] }).toStrictEqual({ ...cold, entries: [] });
}

const texts = {
  right: (id: string) => formatEntry(rawOpportunity(id)),
  future: (id: string) => formatEntry(rawOpportunity(id, { posted: '2027-01-01' })),
  draft: (id: string) => `${formatEntry(rawOpportunity(id, { status: 'draft' }))}places: .nan\nextra: -0\n`,
  review: (id: string) => formatEntry(rawOpportunity(id, { status: 'review', skills: [] })),
  invalid: (id: string) => formatEntry(rawOpportunity(id, { hours: { min: 9, max: 1 }, places: -1 })),
  linked: (id: string) => formatEntry(rawOpportunity(id, { organization: `o${id.length}` })),
  unclean: (id: string) =>
    formatEntry(rawOpportunity(id, { causes: ['water', 'water'] })).replace(
      'A summary.',
      '"A \\u202E\\uFFFD\\n"',
    ),
  minusZero: (id: string) => `${formatEntry(rawOpportunity(id))}timeZoneWindow:\n  from: -0\n  to: 3\n`,
  proto: (id: string) => `${formatEntry(rawOpportunity(id))}__proto__: 1\nconstructor: x\n`,
  noYaml: () => 'en: [\n',
  alias: () => 'en: &a {}\nfr: *a\n',
  list: () => '- a\n',
  binary: () => '\0\0\uD800',
  bom: (id: string) => `\uFEFF${formatEntry(rawOpportunity(id))}`.replaceAll('\n', '\r\n'),
};

/** An edit of the content between two builds. */
type Edit =
  | { readonly to: keyof typeof texts; readonly id: string }
  | { readonly remove: string }
  | { readonly swap: readonly [string, string] }
  | { readonly settings: number }
  | { readonly organization: string };

const id = fc.constantFrom('a', 'b', 'c', 'dd', 'ee');
const to = fc.constantFrom(...(Object.keys(texts) as (keyof typeof texts)[]));
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ to, id }) },
  fc.record({ remove: id }),
  fc.record({ swap: fc.tuple(id, id) }),
  fc.record({ settings: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ organization: fc.constantFrom('o1', 'o2') }),
);

function apply(edit: Edit): void {
  const read = (one: string) => {
    const file = fileOf('opportunity', one);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const put = (one: string, text: string | undefined) => {
    const file = fileOf('opportunity', one);
    return text === undefined ? rmSync(file, { force: true }) : write(file, text);
  };
  if ('to' in edit) return put(edit.id, texts[edit.to](edit.id));
  if ('remove' in edit) return put(edit.remove, undefined);
  if ('swap' in edit) {
    const [a, b] = edit.swap.map(read);
    put(edit.swap[0], b);
    return put(edit.swap[1], a);
  }
  if ('settings' in edit) {
    const settings = rawSettings(edit.settings === 2 ? { timeZone: 'Pacific/Kiritimati' } : {});
    const locales = edit.settings === 0 ? { en: settings.locales.en ?? {} } : settings.locales;
    return write(fileOf('settings', 'site'), formatEntry({ ...settings, locales }));
  }
  write(fileOf('organization', edit.organization), formatEntry(rawOrganization(edit.organization)));
}

describe('entries that were checked by an earlier build', () => {
  it('are the same as if they were checked again, after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 2, maxLength: 6 }),
        async (builds) => {
          for (const { folder } of Object.values(contentTypes)) {
            rmSync(path.join(dir, folder), { recursive: true, force: true });
            mkdirSync(path.join(dir, folder), { recursive: true });
          }
          rmSync(home.at('cache'), { recursive: true, force: true });
          apply({ settings: 1 });
          apply({ organization: 'o1' });
          for (const edits of builds) {
            edits.forEach(apply);
            await expectSame();
          }
        },
      ),
      { numRuns: randomRuns(30), seed: 20_261_128 },
    );
  });

  async function createContent(): Promise<void> {
    apply({ settings: 1 });
    apply({ organization: 'o1' });
    for (const one of ['a', 'b', 'c']) apply({ to: 'right', id: one });
    await readWithCache();
  }

  it('aren’t parsed again, and only what has changed is checked', async () => {
    await createContent();
    apply({ to: 'invalid', id: 'b' });
    const { isKnown } = openEntries([]);
    const { entries, fingerprints } = await createFilesSource(dir).read(() => undefined, isKnown);
    const parsed = entries.filter((entry) => !Object.getOwnPropertyDescriptor(entry, 'shared')?.get);
    expect(parsed.map(({ id }) => id)).toEqual(['b']);
    expect(fingerprints?.size).toBe(5);
    await expectSame();
  });

  it('say nothing where they are used, and say so where they can’t be', async () => {
    const lines: string[] = [];
    await createContent();
    await expectSame({ lines });
    expect(lines).toEqual([]);
    await expectSame({ lines, version: 'another' });
    const file = cachedFile(keyOf(), home.at('cache'));
    writeFileSync(file, readFileSync(file).subarray(0, -10));
    await expectSame({ lines, version: 'another' });
    rmSync(file);
    await expectSame({ lines, version: 'another' });
    const said = 'All entries are read: no build with this code has left them, or what it left is damaged';
    expect(lines).toEqual([said, said, said]);
  });
});
