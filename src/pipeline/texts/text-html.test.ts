import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'texts-'));
  file = path.join(folder, 'texts.json');
  vi.stubEnv('OV_TEXTS', file);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

const { signal } = new AbortController();

describe('the texts of a build', () => {
  it('are made once, and are the same as if they were made on the page', async () => {
    // Before the file is there, each page makes its own.
    const expected = renderTextHtml(task);
    expect(expected).toContain('<h3>Your <em>task</em></h3>');
    await writeTextHtml(file, content, signal);
    const written = readFileSync(file, 'utf8');
    expect(written).toContain(JSON.stringify(expected));
    writeFileSync(file, written.replaceAll('Your <em>task</em>', 'From the file'));
    expect(renderTextHtml(task)).toContain('<h3>From the file</h3>');
    // Another text, and another level of headings, are made when they are asked for.
    expect(renderTextHtml('Something *else*.')).toBe('<p>Something <em>else</em>.</p>');
    expect(renderTextHtml(task, 2)).toContain('<h2>Your <em>task</em></h2>');
    expect(readdirSync(folder)).toEqual(['texts.json']);
  });

  it('are given up where the build is told to stop, or the disk says no', async () => {
    await expect(writeTextHtml(file, content, AbortSignal.abort(new Error('ended')))).rejects.toThrow(
      'ended',
    );
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(path.join(folder, 'a-file'), '');
    await expect(writeTextHtml(path.join(folder, 'a-file', 'texts.json'), content, signal)).rejects.toThrow(
      'ENOTDIR',
    );
  });
});
