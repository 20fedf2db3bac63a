/** Entries that a command changes: in a folder, and in a space. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { startStandIn, type ContentfulServer } from '../../../tests/contentful/start';
import { fixture } from '../../../tests/contentful/read-space';
import { temporaryFolder } from '../../test/temporary-folder';
import { openClient, spaceEnvironment } from '../space.fixture';
import { writeCanonical } from '../transfer/round-trip.fixture';
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

async function translations(options: TranslationsOptions) {
  const { lines, context } = inFolder();
  return { code: await reviewTranslations(options, context), lines };
}

describe('a content folder', () => {
  const open = async () => {
    const lines: string[] = [];
    const store = await openFolderStore(folder.at(), (line) => lines.push(line));
    const before = store.entries.find(({ id }) => id === 'caption-harbour-films');
    if (!before) throw new Error('The fixture has no films.');
    return { store, before, after: { ...before, shared: { ...before.shared, status: 'closed' } }, lines };
  };

  it('leaves an entry that another person has changed since it was read', async () => {
    const { store, before, after, lines } = await open();
    folder.write(films, `${folder.read(films)}replyDays: 9\n`);
    expect(await store.save([{ before, after }])).toBe(1);
    expect(lines).toEqual([`${films} was changed by another person meanwhile, and is left as it is.`]);
    expect(folder.read(films)).toContain('replyDays: 9');
    expect(folder.read(films)).not.toContain('status: closed');
  });

  it('leaves an entry that was made in the meantime', async () => {
    const { store, before, after, lines } = await open();
    expect(await store.save([{ after: { ...after, id: 'new' } }])).toBe(0);
    expect(await store.save([{ after: { ...before, id: 'new' } }])).toBe(1);
    expect(lines).toEqual([
      'opportunities/new.yml was made by another program meanwhile, and is left as it is.',
    ]);
    expect(folder.read('opportunities/new.yml')).toContain('status: closed');
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

describe('in a space', () => {
  let standIn: ContentfulServer;
  beforeEach(async () => {
    standIn = await startStandIn({ content: folder.at() });
  });
  afterEach(() => standIn.close());

  const stored = () => openClient(standIn).entry.get({ entryId: 'caption-harbour-films' });

  async function mark() {
    const { lines, context } = contextOf(spaceEnvironment(standIn), 'importToSpace');
    return {
      code: await reviewTranslations({ mark: 'caption-harbour-films', contentful: true }, context),
      lines,
    };
  }

  /** Changes a field of the entry in the space, and doesn't publish it. */
  async function saveDraft(fields: object) {
    const entry = await stored();
    const entryId = entry.sys.id;
    await openClient(standIn).entry.update({ entryId }, { ...entry, fields: { ...entry.fields, ...fields } });
  }

  it('changes and publishes what is published', async () => {
    const before = (await stored()).fields;
    expect((await mark()).code).toBe(0);
    const { sys, fields } = await stored();
    expect({ ...fields, provenance: null }).toEqual({ ...before, provenance: null });
    expect(JSON.stringify(fields['provenance'])).toContain('translatedFrom');
    expect(sys.version).toBe((sys.publishedVersion ?? 0) + 1);
  });

  it('leaves an entry with changes that aren’t published', async () => {
    await saveDraft({ replyDays: { en: 9 } });
    const { code, lines } = await mark();
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('has changes in Contentful that aren’t published');
  });
});
