/** Many entries changed at once: in a folder, and in a space. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { createFilesSource } from '@/sources/files/files-source';
import { startContentfulStandIn, type ContentfulStandIn } from '../../local/contentful/stand-in';
import { fixture } from '../../local/contentful/testing';
import { temporaryFolder } from '../../test/temporary-folder';
import { openClient, spaceEnvironment } from '../space.fixture';
import { writeCanonical } from '../transfer.fixture';
import { bulkEdit, type BulkOptions } from './bulk-command';
import { copyEntry } from './copy-command';
import { openFolderStore } from './entry-store';
import { reviewTranslations, type TranslationsOptions } from './translations-command';

const folder = temporaryFolder();
// Written as the program writes files, so that a change shows alone.
beforeEach(() => writeCanonical(fixture, folder.at()));

const now = '2026-11-28T12:00:00Z';
const films = 'opportunities/caption-harbour-films.yml';

function contextOf(env: Readonly<Record<string, string>>, reader: 'import' | 'importToSpace') {
  const lines: string[] = [];
  const config = readConfig({ SITE_NOW: now, ...env }, reader);
  return {
    lines,
    context: { config, print: (line: string) => void lines.push(line.replaceAll(folder.at(), 'content')) },
  };
}

const inFolder = () => contextOf({ CONTENT_DIR: folder.at() }, 'import');

async function bulk(options: BulkOptions) {
  const { lines, context } = inFolder();
  return { code: await bulkEdit(options, context), lines };
}

async function translations(options: TranslationsOptions) {
  const { lines, context } = inFolder();
  return { code: await reviewTranslations(options, context), lines };
}

describe('bulk in the content folder', () => {
  it('tells first with --dry-run, then closes all of an organization, and changes nothing else', async () => {
    const before = folder.read(films);
    const other = folder.read('opportunities/registrar-frijoles.yml');
    const told = await bulk({ action: 'close', organization: 'harbour-school', dryRun: true });
    expect(told.code).toBe(1);
    expect(told.lines[0]).toMatch(/^ {2}close {2}caption-harbour-films {2}\S/);
    expect(folder.read(films)).toBe(before);

    const done = await bulk({ action: 'close', organization: 'harbour-school' });
    expect(done.code).toBe(0);
    const changed = (text: string) =>
      text.replace(/^status: .*$/m, 'status: closed').replace(/^updated: .*$/m, 'updated: "2026-11-28"');
    expect(folder.read(films)).toBe(changed(before));
    expect(folder.read('opportunities/registrar-frijoles.yml')).toBe(other);
    const again = await bulk({ action: 'close', organization: 'harbour-school' });
    expect(again.lines.at(-1)).toBe('Changed in content: 0.');
  });

  it('extends to another day and keeps the time zone', async () => {
    const { code } = await bulk({
      action: 'extend',
      entries: 'caption-harbour-films',
      lastDay: '2031-01-31',
    });
    expect(code).toBe(0);
    const { entries } = await createFilesSource(folder.at()).read(() => undefined);
    const closes = entries.find(({ id }) => id === 'caption-harbour-films')?.shared['closes'];
    expect(closes).toMatchObject({ date: '2031-01-31', zone: expect.stringMatching(/./) as string });
  });

  it.each([
    [{ action: 'open', organization: 'harbour-school' }, 'bulk can’t “open”'],
    [{ action: 'close' }, 'Say which'],
    [{ action: 'close', entries: ' ,' }, 'Say which'],
    [{ action: 'close', organization: '' }, 'Say which'],
    [{ action: 'close', organization: 'nobody' }, 'There is no organization “nobody”'],
    [{ action: 'close', organization: 'harbor-school' }, 'Did you mean harbour-school?'],
    [{ action: 'close', entries: 'nothing' }, 'There is no opportunity nothing in'],
    [{ action: 'close', entries: 'caption-harbor-films' }, 'Did you mean caption-harbour-films?'],
    [{ action: 'extend', organization: 'harbour-school', lastDay: '2031-02-30' }, '--until is “2031-02-30”'],
    [{ action: 'extend', organization: 'harbour-school' }, 'needs the new last day'],
    [{ action: 'extend', organization: 'harbour-school', lastDay: '2020-01-01' }, 'is in the past'],
    [{ action: 'pause', organization: 'harbour-school', lastDay: '2031-01-01' }, 'needs no day'],
  ])('refuses %o', async (options, message) => {
    const before = folder.read(films);
    await expect(bulk(options)).rejects.toThrow(message);
    expect(folder.read(films)).toBe(before);
  });

  it('finds entries as push and pull name them, and by their files, and says why one stays', async () => {
    const entries = 'opportunity/caption-harbour-films,opportunities/zz-not-yet.yml';
    const { code, lines } = await bulk({ action: 'pause', entries });
    expect(code).toBe(0);
    expect(lines).toContain('  stays  zz-not-yet  its status is draft');
    expect(folder.read(films)).toContain('status: paused');
  });

  it('names a file that can’t be read, which may be one of the organization’s', async () => {
    folder.write('opportunities/registrar-frijoles.yml', 'status: [open');
    const { code, lines } = await bulk({ action: 'close', organization: 'harbour-school' });
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(
      /left {3}registrar-frijoles {2}content\/opportunities\/registrar-frijoles\.yml/,
    );
    expect(folder.read(films)).toContain('status: closed');
    expect((await bulk({ action: 'close', entries: 'registrar-frijoles' })).code).toBe(1);
  });

  it('leaves a file that was changed meanwhile', async () => {
    const store = await openFolderStore(folder.at());
    const before = store.entries.find(({ id }) => id === 'caption-harbour-films');
    if (!before) throw new Error('The fixture has no films.');
    folder.write(films, `${folder.read(films)}# by hand\n`);
    await expect(
      store.save([{ before, after: { ...before, shared: { ...before.shared, status: 'closed' } } }]),
    ).rejects.toThrow('was changed while the command ran');
    expect(folder.read(films)).toContain('# by hand');
    expect(folder.read(films)).not.toContain('status: closed');
  });

  it('copies an opportunity as a draft without its dates and addresses', async () => {
    const { lines, context } = inFolder();
    expect(await copyEntry({ from: 'caption-harbour-films' }, context)).toBe(0);
    expect(lines[0]).toContain('opportunities/caption-harbour-films-2.yml');
    const copy = folder.read('opportunities/caption-harbour-films-2.yml');
    expect(copy).toContain('status: draft');
    expect(copy).toContain('updated: "2026-11-28"');
    expect(copy).not.toMatch(/^(?:posted|closes|starts|reviewBy|featured|provenance):/m);
    expect(copy).not.toMatch(/slug/i);
  });
});

describe('translations', () => {
  it('lists what is older than its original until it is marked', async () => {
    expect((await translations({ mark: 'all' })).code).toBe(0);
    expect(await translations({})).toMatchObject({ code: 0 });
    const text = folder.read(films);
    const title = /^en:\n {2}title: (.*)$/m.exec(text)?.[1] ?? '';
    folder.write(films, text.replace(title, 'Caption nine harbour films'));
    const queue = await translations({ language: 'fr' });
    expect(queue.code).toBe(1);
    expect(queue.lines).toEqual([
      'Français: 1',
      '  opportunity caption-harbour-films: Caption nine harbour films',
      '    older than English: Title',
    ]);
    expect((await translations({ mark: 'caption-harbour-films', language: 'fr' })).lines).toEqual([
      '  mark  caption-harbour-films  Caption nine harbour films',
      expect.stringMatching(/^Marked in .*: 1\.$/),
    ]);
    expect((await translations({ language: 'fr' })).lines).toEqual(['Français: nothing to do']);
  });

  it('refuses a language and an entry that there is not', async () => {
    await expect(translations({ language: 'de' })).rejects.toThrow('Give one of en, fr, es');
    await expect(translations({ mark: 'nothing' })).rejects.toThrow('There is no entry nothing');
  });
});

describe('bulk in a space', () => {
  let standIn: ContentfulStandIn;
  beforeEach(async () => {
    standIn = await startContentfulStandIn({ content: folder.at() });
  });
  afterEach(() => standIn.close());

  const stored = () => openClient(standIn).entry.get({ entryId: 'caption-harbour-films' });

  /** Changes a field of the entry in the space, and doesn't publish it. */
  async function saveDraft(fields: object) {
    const entry = await stored();
    const entryId = entry.sys.id;
    await openClient(standIn).entry.update({ entryId }, { ...entry, fields: { ...entry.fields, ...fields } });
  }

  async function bulkInSpace(options: BulkOptions) {
    const { lines, context } = contextOf(spaceEnvironment(standIn), 'importToSpace');
    return { code: await bulkEdit({ ...options, contentful: true }, context), lines };
  }

  it('changes and publishes what is published', async () => {
    const before = await stored();
    expect((await bulkInSpace({ action: 'pause', organization: 'harbour-school' })).code).toBe(0);
    const { sys, fields } = await stored();
    expect(fields).toEqual({
      ...before.fields,
      status: { en: 'paused' },
      updated: { en: '2026-11-28' },
    });
    expect(sys.version).toBe((sys.publishedVersion ?? 0) + 1);
  });

  it('leaves an entry with changes that aren’t published', async () => {
    const { fields } = await stored();
    await saveDraft({ replyDays: { en: 9 } });
    const { code, lines } = await bulkInSpace({ action: 'pause', entries: 'caption-harbour-films' });
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('has changes in Contentful that aren’t published');
    expect((await stored()).fields['status']).toEqual(fields['status']);
  });

  it('names what an interruption left unpublished, although its draft is as wanted', async () => {
    await saveDraft({ status: { en: 'closed' } });
    const { code, lines } = await bulkInSpace({ action: 'close', entries: 'caption-harbour-films' });
    expect(code).toBe(1);
    expect(lines[0]).toMatch(
      /left {3}caption-harbour-films {2}has changes in Contentful that aren’t published/,
    );
  });
});
