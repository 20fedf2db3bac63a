import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples/samples';
import { acceptEntries } from '../check/accept';
import type { Content } from '../content';
import { renderTextHtml, writeTextHtml } from './text-html';

const task = '## Your *task*\n\nRead [the guide](https://example.org/) <script>alert(1)</script>.';
const english = { ...rawOpportunity('a').locales.en, task };
const raw = [rawOrganization('o1'), rawSettings(), rawOpportunity('a', {}, { en: english })];
const content: Content = {
  locales: ['en', 'fr'],
  fallbacks: {},
  entries: acceptEntries(raw, []).entries,
  pictures: {},
  now: Date.parse('2026-11-25T00:00:00Z'),
};

const folder = temporaryFolder();
let file = '';
beforeEach(() => {
  file = folder.at('texts.json');
  vi.stubEnv('OV_TEXTS', file);
});

const { signal } = new AbortController();

const write = (target = content) => writeTextHtml(file, target, signal, folder.at('cache', 'html.cache'));

/** As in the process that renders: it has nothing but the file. */
async function renderFromFile(markdown: string, topHeading?: 2 | 3): Promise<string> {
  vi.resetModules();
  const { renderTextHtml } = await import('./text-html');
  return renderTextHtml(markdown, topHeading);
}

describe('the texts of a build', () => {
  it('are made once, and are the same as if they were made on the page', async () => {
    // Before the file is there, each page makes its own.
    const expected = renderTextHtml(task);
    expect(expected).toContain('<h3>Your <em>task</em></h3>');
    await write();
    expect(renderTextHtml(task)).toBe(expected);
    const written = readFileSync(file, 'utf8');
    expect(written).toContain(JSON.stringify(expected));
    writeFileSync(file, written.replaceAll('Your <em>task</em>', 'From the file'));
    expect(await renderFromFile(task)).toContain('<h3>From the file</h3>');
    // Another text, and another level of headings, are made when they are asked for.
    expect(await renderFromFile('Something *else*.')).toBe('<p>Something <em>else</em>.</p>');
    expect(await renderFromFile(task, 2)).toContain('<h2>Your <em>task</em></h2>');
    expect(readdirSync(folder.at())).toEqual(['cache', 'texts.json']);
  });

  it('are kept for the next build, as long as they are in use', async () => {
    const cache = folder.at('cache', 'html.cache');
    const asLetters = () => readFileSync(cache, 'utf8').replace(/^.*\n/, '');
    await write();
    const first = readFileSync(file, 'utf8');
    const before = statSync(cache);
    await write();
    expect(readFileSync(file, 'utf8')).toBe(first);
    // Nothing has changed, so the cache is the same file.
    expect(statSync(cache).ino).toBe(before.ino);
    expect(asLetters()).toContain('Your <em>task</em>');
    await write({ ...content, entries: [] });
    expect(asLetters()).toBe('');
    writeFileSync(cache, 'damaged');
    await write();
    expect(readFileSync(file, 'utf8')).toBe(first);
    expect(asLetters()).toContain('Your <em>task</em>');
  });

  it('are taken from the cache', async () => {
    const cache = folder.at('cache', 'html.cache');
    await write();
    const [header = '', body = ''] = readFileSync(cache, 'utf8').split(/(?<=^[^\n]*\n)/);
    const marked = body.replaceAll('Your <em>task</em>', 'From the cache');
    const { version } = JSON.parse(header) as { version: string };
    const digest = createHash('sha256').update(marked).digest('hex');
    writeFileSync(cache, `${JSON.stringify({ version, digest })}\n${marked}`);
    await write();
    expect(readFileSync(file, 'utf8')).toContain('From the cache');
  });

  it('are converted where no cache can be written', async () => {
    folder.write('cache', '');
    await write();
    expect(readFileSync(file, 'utf8')).toContain('Your <em>task</em>');
  });

  it('are given up where the build is told to stop, or the disk says no', async () => {
    await expect(writeTextHtml(file, content, AbortSignal.abort(new Error('ended')))).rejects.toThrow(
      'ended',
    );
    expect(readdirSync(folder.at())).toEqual([]);
    folder.write('a-file', '');
    await expect(writeTextHtml(folder.at('a-file', 'texts.json'), content, signal)).rejects.toThrow(
      'ENOTDIR',
    );
  });
});
