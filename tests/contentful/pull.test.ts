import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { SecretValue } from '@/config/secret-value';
import type { RawEntry } from '@/model/types/entry';
import { acceptEntries } from '@/pipeline/check/accept';
import { createFilesSource } from '@/sources/files/files-source';
import { parseLocales } from './locale-settings';
import { startStandIn, type ContentfulServer } from './start';
import { failure, fixture, readStandIn, pullFrom } from './read-space';

const files = await createFilesSource(fixture).read(() => undefined);
const isPublished = ({ shared }: RawEntry) => shared['status'] !== 'draft';

function withoutOrigin({ id, type, locales, shared }: RawEntry) {
  return { id, type, locales, shared };
}

let standIn: ContentfulServer;
beforeAll(async () => {
  standIn = await startStandIn({ content: fixture });
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

  it('tells an editor where an entry is', async () => {
    const { pulled } = await pullFrom(standIn);
    expect(pulled.entries.find(({ id }) => id === 'semilla-viva')?.origin).toEqual({
      label: 'Contentful entry semilla-viva',
      editUrl: 'https://app.contentful.com/spaces/local/environments/master/entries/semilla-viva',
    });
  });
});

describe('a space’s languages', () => {
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
});

describe('what can’t be opened', () => {
  it.each([
    [
      'a wrong token',
      { token: new SecretValue('not-the-token') },
      'Contentful doesn’t accept the token in CONTENTFUL_DELIVERY_TOKEN (401, request ID) while reading the locales of space “local”.',
      'Settings → API keys',
    ],
    [
      'an unknown space',
      { space: 'nowhere' },
      'Contentful has no space “nowhere” that this token may read (404, request ID).',
      'CONTENTFUL_SPACE_ID',
    ],
    [
      'an unknown environment',
      { environment: 'staging' },
      'The space “local” has no environment “staging” that this token may read (404, request ID).',
      'CONTENTFUL_ENVIRONMENT',
    ],
    [
      'a port where nothing listens',
      { host: '127.0.0.1:9' },
      '127.0.0.1:9 didn’t answer (ECONNREFUSED) while reading the locales of space “local”.',
      'CONTENTFUL_HOST',
    ],
  ])('%s', async (_what, config, message, hint) => {
    const error = await failure(pullFrom(standIn, {}, config));
    expect(error.message.replace(/local-\d+/, 'ID')).toBe(message);
    expect(error.hint).toContain(hint);
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
});

it('a proxy that the environment names isn’t used', async () => {
  for (const name of ['HTTP_PROXY', 'http_proxy']) vi.stubEnv(name, 'http://127.0.0.1:9');
  expect((await pullFrom(standIn)).pulled.entries).toHaveLength(13);
});

const folder = temporaryFolder();

it('a folder with two entries of one id can’t be a space', async () => {
  for (const name of ['pages', 'resources'])
    folder.write(`${name}/about.yml`, 'en: {title: About}\noriginalLanguage: en\n');
  const error = await failure(startStandIn({ content: folder.at() }));
  expect(error.message).toContain('pages/about.yml and');
  expect(error.message).toContain('resources/about.yml have the same id, “about”.');
});
