import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SecretValue } from '@/config/secret-value';
import { readConfig } from '@/config/config';
import type { RawEntry } from '@/model/types/entry';
import { acceptEntries } from '@/pipeline/check/accept';
import { createFilesSource } from '@/sources/files/files-source';
import { parseLocales } from './locale-settings';
import { startContentfulStandIn, type ContentfulStandIn } from './stand-in';
import { failure, fixture, readStandIn, pullFrom, withStandIn } from './testing';

const files = await createFilesSource(fixture).read(() => undefined);
const isPublished = ({ shared }: RawEntry) => shared['status'] !== 'draft';

function withoutOrigin({ id, type, locales, shared }: RawEntry) {
  return { id, type, locales, shared };
}

let standIn: ContentfulStandIn;
beforeAll(async () => {
  standIn = await startContentfulStandIn({ content: fixture });
});
afterAll(() => standIn.close());

describe('the same folder, from files and from Contentful', () => {
  it('gives the same entries but for where they came from', async () => {
    const { pulled } = await pullFrom(standIn);
    expect(pulled.entries.map(withoutOrigin)).toEqual(files.entries.filter(isPublished).map(withoutOrigin));
    expect(pulled.entries).toHaveLength(13);
    expect(pulled.locales).toEqual(files.locales);
    expect(pulled.fallbacks).toEqual({});
    expect(pulled.problems).toEqual([]);
  });

  it('gives the same site, to the order of keys', async () => {
    const { pulled } = await pullFrom(standIn);
    const shown = (entries: readonly RawEntry[]) =>
      JSON.stringify(acceptEntries(entries, []).entries.map((entry) => ({ ...entry, origin: undefined })));
    expect(shown(pulled.entries)).toBe(shown(files.entries));
  });

  it('gives the same pictures, byte for byte', async () => {
    const { pulled } = await pullFrom(standIn);
    expect([...pulled.assets.keys()]).toEqual(['hero.png', 'orgs--harbour.png']);
    for (const [id, asset] of pulled.assets)
      expect(await asset.read()).toEqual(await files.assets.get(id)?.read());
  });

  it('gives the same whatever the size of a page', async () => {
    const whole = await pullFrom(standIn);
    for (const pageLimit of [1, 2, 3]) {
      const { pulled } = await pullFrom(standIn, { pageLimit });
      expect(pulled.entries).toEqual(whole.pulled.entries);
      expect([...pulled.assets.keys()]).toEqual([...whole.pulled.assets.keys()]);
    }
  });

  it('tells an editor where an entry is', async () => {
    const { pulled } = await pullFrom(standIn);
    expect(pulled.entries.find(({ id }) => id === 'semilla-viva')?.origin).toEqual({
      label: 'Contentful entry semilla-viva',
      editUrl: 'https://app.contentful.com/spaces/local/environments/master/entries/semilla-viva',
    });
  });

  it('asks once for each type, the locales, the content types and the assets', async () => {
    await withStandIn({}, async (fresh) => {
      await pullFrom(fresh);
      expect(Object.fromEntries(fresh.requests)).toEqual({
        api: 11,
        locales: 1,
        content_types: 1,
        entries: 8,
        assets: 1,
      });
    });
  });
});

describe('a space’s languages', () => {
  it('are mapped from regional codes', async () => {
    const { pulled } = await readStandIn({ locales: parseLocales('en-US,fr-FR') });
    expect(pulled.locales).toEqual(['en', 'fr']);
    const translated = pulled.entries.find(({ id }) => id === 'caption-harbour-films');
    expect(Object.keys(translated?.locales ?? {})).toEqual(['en', 'fr']);
    expect(translated?.locales.fr?.['title']).toBe('Sous-titrer douze films sur la construction navale');
  });

  it('may be French alone: what is complete in French was then written in it', async () => {
    const { pulled } = await readStandIn({ locales: parseLocales('fr') });
    expect(pulled.locales).toEqual(['fr']);
    expect(new Set(pulled.entries.map(({ shared }) => shared['originalLanguage']))).toEqual(new Set(['fr']));
    expect(pulled.entries.flatMap(({ type, id }) => (type === 'opportunity' ? [id] : []))).toEqual([
      'caption-harbour-films',
      'registrar-frijoles',
      'relire-carnets',
      'translate-seed-letters',
    ]);
    const blocking = acceptEntries(pulled.entries, []).problems.filter(
      ({ severity }) => severity === 'blocks',
    );
    expect(blocking).toEqual([]);
  });

  it('bring their fallback codes along, without copied values', async () => {
    const { pulled } = await readStandIn({ locales: parseLocales('en-US,fr-FR:en-US,es-419:fr-FR') });
    expect(pulled.fallbacks).toEqual({ fr: ['en'], es: ['fr', 'en'] });
    const untranslated = pulled.entries.find(({ id }) => id === 'proofread-tide-tables');
    expect(untranslated?.locales.fr).toEqual({ title: 'Relire les tables de marée de la lagune' });
    expect(untranslated?.locales.es).toBeUndefined();
  });

  it('may have a default that the site doesn’t speak, which then has the shared fields', async () => {
    const { pulled, lines } = await readStandIn({ locales: parseLocales('de-DE,en-US,fr-FR,es-ES') });
    expect(lines).toContain('Contentful’s locale de-DE is none of en, fr, es: it is not read.');
    expect(pulled.entries.map(withoutOrigin)).toEqual(files.entries.filter(isPublished).map(withoutOrigin));
    expect([...pulled.assets.keys()]).toEqual(['hero.png', 'orgs--harbour.png']);
  });
});

describe('what can’t be opened', () => {
  it('a wrong token', async () => {
    const error = await failure(pullFrom(standIn, {}, { token: new SecretValue('not-the-token') }));
    expect(error.message).toMatch(
      /^Contentful doesn’t accept the token in CONTENTFUL_DELIVERY_TOKEN \(401, request local-\d+\) while reading the locales of space “local”\.$/,
    );
    expect(error.hint).toMatch(/Settings → API keys/);
  });

  it('an unknown space', async () => {
    const error = await failure(pullFrom(standIn, {}, { space: 'nowhere' }));
    expect(error.message).toMatch(
      /^Contentful has no space “nowhere” that this token may read \(404, request local-\d+\)\.$/,
    );
    expect(error.hint).toMatch(/CONTENTFUL_SPACE_ID/);
  });

  it('an unknown environment', async () => {
    const error = await failure(pullFrom(standIn, {}, { environment: 'staging' }));
    expect(error.message).toMatch(
      /^The space “local” has no environment “staging” that this token may read \(404, request local-\d+\)\.$/,
    );
    expect(error.hint).toMatch(/CONTENTFUL_ENVIRONMENT/);
  });

  it('a port where nothing listens', async () => {
    const error = await failure(pullFrom(standIn, {}, { host: '127.0.0.1:9' }));
    expect(error.message).toBe(
      '127.0.0.1:9 didn’t answer (ECONNREFUSED) while reading the locales of space “local”.',
    );
    expect(error.hint).toMatch(/CONTENTFUL_HOST/);
  });

  it('a host with plain HTTP that is not loopback', () => {
    const env = { CONTENTFUL_SPACE_ID: 'local', CONTENTFUL_DELIVERY_TOKEN: 'local' };
    expect(() => readConfig({ ...env, CONTENTFUL_HOST: 'http://cdn.example.org' })).toThrow(
      'CONTENTFUL_HOST is “http://cdn.example.org”: plain HTTP to Contentful is refused.',
    );
  });

  it('never with the token in the error, its cause or what is printed', async () => {
    const token = new SecretValue('tell-nobody-12345');
    for (const config of [{ token }, { token, host: '127.0.0.1:9' }]) {
      const error = await failure(pullFrom(standIn, {}, config));
      const all = JSON.stringify([error, error.message, error.hint, error.stack, error.cause]);
      expect(all).not.toContain('12345');
      expect(error.cause).toBeUndefined();
    }
  });

  it('goes past a proxy that the environment names', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9');
    vi.stubEnv('http_proxy', 'http://127.0.0.1:9');
    const { pulled } = await pullFrom(standIn);
    expect(pulled.entries).toHaveLength(13);
    vi.unstubAllEnvs();
  });
});

describe('more than Contentful sends at once', () => {
  let large = '';
  beforeAll(async () => {
    large = await mkdtemp(path.join(tmpdir(), 'ov-large-'));
    await mkdir(path.join(large, 'pages'));
    // 45 pages of 200 kB: 9 MB together.
    const body = JSON.stringify('word '.repeat(40_000));
    for (let number = 10; number < 55; number += 1) {
      const text = `en: {title: Page ${number}, summary: Long, body: ${body}}\noriginalLanguage: en\nupdated: "2026-10-01"\n`;
      await writeFile(path.join(large, 'pages', `page-${number}.yml`), text);
    }
  });
  afterAll(() => rm(large, { recursive: true }));

  it('is read in smaller pages', async () => {
    const { pulled, lines } = await readStandIn({ content: large }, { pageLimit: 60 });
    expect(pulled.entries).toHaveLength(45);
    expect(lines).toContain(
      'A page of the entries of type page is larger than Contentful sends: going on with 30 at a time.',
    );
  });
});

describe('folders that can’t be a space', () => {
  it('two entries with one id', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'ov-twins-'));
    for (const folder of ['pages', 'resources']) {
      await mkdir(path.join(dir, folder));
      await writeFile(path.join(dir, folder, 'about.yml'), 'en: {title: About}\noriginalLanguage: en\n');
    }
    const error = await failure(startContentfulStandIn({ content: dir }));
    expect(error.message).toBe(
      `${dir}/pages/about.yml and ${dir}/resources/about.yml have the same id, “about”.`,
    );
    await rm(dir, { recursive: true });
  });
});
