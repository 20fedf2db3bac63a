import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { SecretValue } from '@/config/secret-value';
import { formatProblem } from '@/model/problems';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { startStandIn } from '../../tests/contentful/start';
import { deliveryToken, spaceId } from '../../packages/contentful-local/server.ts';
import { createContentfulSource } from './contentful/contentful-source';
import { checkFieldsSize } from './entry-size';
import { createFilesSource } from './files/files-source';
import { parseYaml } from './files/parse-yaml';

const folder = temporaryFolder('all');

/** Reads a page with this text in its file. Resolves to its problems and the time (ms) that it took. */
async function read(text: string) {
  folder.write('pages/a.yml', text);
  const started = performance.now();
  const { entries, problems } = await createFilesSource(folder.at()).read(() => undefined);
  return {
    entries: entries.length,
    said: problems.map((problem) => formatProblem(problem).replace(`${folder.at()}/`, '')),
    ms: performance.now() - started,
  };
}

const keys = (count: number) => Array.from({ length: count }, (_, number) => `key${number}: 1`).join('\n');

describe('a file that is too large for an entry', () => {
  it.each([
    ['60,000 keys', keys(60_000), 693],
    ['a text of 12 MB', `a: ${'x'.repeat(12 * 1024 * 1024)}`, 12_289],
    ['a byte too much', 'x'.repeat(256 * 1024 + 1), 257],
  ])('is left out unread, with its size and the limit: %s', async (_name, text, size) => {
    const { entries, said, ms } = await read(text);
    expect(entries).toBe(0);
    expect(said).toEqual([
      `pages/a.yml: is ${size} kB, and an entry may have 256 kB at most — Shorten its texts, remove pasted pictures, or split it into several entries.`,
    ]);
    expect(ms).toBeLessThan(1000);
  });

  it('is not read either where it is no file', async () => {
    const file = folder.at('pages/endless.yml');
    mkdirSync(folder.at('pages'), { recursive: true });
    const socket = createServer().listen(file);
    await once(socket, 'listening');
    const { said } = await read('en: {title: A}');
    socket.close();
    expect(said).toEqual([
      'pages/endless.yml: can’t be read to the end — Put a file in its place, or delete it.',
    ]);
  });

  it('is read where it has just the limit', async () => {
    const head = 'en: {title: A}\nnote: ';
    expect(await read(head + 'x'.repeat(256 * 1024 - head.length))).toMatchObject({ entries: 1, said: [] });
  });
});

describe('a file within the limit', () => {
  // Comparing every key with every other took 25 s.
  it('is read at once with as many keys as it can have', async () => {
    const started = process.cpuUsage();
    expect(await read(keys(20_000))).toMatchObject({ entries: 1, said: [] });
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(4);
  });

  it.each([
    ['flow', `a: ${'['.repeat(21)}${']'.repeat(21)}`],
    ['block', `a:\n  ${'- '.repeat(21)}b`],
    ['groups', `a: ${'{b: '.repeat(21)}c${'}'.repeat(21)}`],
    ['deeper than a parser goes', `a: ${'['.repeat(30_000)}`],
    ['deeper than a parser goes, block', '- '.repeat(30_000)],
  ])('is left out where it goes too deep: %s', (_name, text) => {
    expect(() => parseYaml(text)).toThrow('has lists or groups within each other more than 20 deep');
  });

  it('is read as deep as that', () => {
    expect(parseYaml(`a: ${'['.repeat(19)}${']'.repeat(19)}`)).toBeDefined();
  });
});

describe('an entry of Contentful', () => {
  it('is left out and named where its fields are too large or too deep', async () => {
    expect(checkFieldsSize({ title: { en: 'x'.repeat(262_125) } })).toBeUndefined();
    expect(checkFieldsSize({ title: { en: 'x'.repeat(262_126) } })?.message).toContain('is 257 kB');
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(checkFieldsSize({ deep })?.code).toBe('entry-too-deep');
  });

  it('is left out when a space is read', async () => {
    const page = (body: string) =>
      `originalLanguage: en\nupdated: '2026-01-01'\nen:\n  title: A\n  body: '${body}'\n`;
    folder.write('space/pages/small.yml', page('b'));
    folder.write('space/pages/large.yml', page('"'.repeat(200_000)));
    const standIn = await startStandIn({ content: folder.at('space') });
    const config = {
      space: spaceId,
      environment: 'master',
      token: new SecretValue(deliveryToken),
      host: new URL(standIn.url).host,
    };
    const { entries, problems } = await createContentfulSource(config).read(() => undefined);
    await standIn.close();
    expect(entries.map(({ id }) => id)).toEqual(['small']);
    expect(problems).toMatchObject([
      { code: 'entry-too-large', severity: 'blocks', type: 'page', id: 'large' },
    ]);
  });
});
