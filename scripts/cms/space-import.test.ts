/** Importing a sheet into a space, once and again: no entry twice, and nothing of what others wrote lost. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { startStandIn, type ContentfulServer } from '../../tests/contentful/start';
import { fixture } from '../../tests/contentful/read-space';
import { openReview } from '../local/review/open-review';
import { temporaryFolder } from '../test/temporary-folder';
import { importContent, type ImportOptions } from './import/import-command';
import { openClient, spaceEnvironment } from './space.fixture';

const folder = temporaryFolder();
let standIn: ContentfulServer;
beforeEach(async () => {
  standIn = await startStandIn({ content: fixture });
});
afterEach(() => standIn.close());

const header =
  'Reference,Title,Summary,Task,Deliverable,Impact,Requirements,Organization,Task type,Languages,Hours,length.kind,closes.date,closes.zone';
const row = (id: number, title = `Read map ${id}`, summary = `Sum ${id}.`) =>
  `M-${id},${title},${summary},Task ${id}.,It.,It helps.,Care,harbour-school,translation,fr: good,2-4,ongoing,2030-01-31,UTC`;

const importConfig = () =>
  readConfig({ ...spaceEnvironment(standIn), SITE_NOW: '2026-11-25T00:00:00Z' }, 'importToSpace');

async function run(rows: readonly string[], options: Partial<ImportOptions> = {}) {
  const file = folder.write('maps.csv', [header, ...rows].join('\n'));
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const around = { config: importConfig(), print, reportDir: folder.at('report') };
  const code = await importContent({ file, contentful: true, language: 'en', ...options }, around);
  return { code, lines, text: lines.join('\n') };
}

const firstValue = (values: unknown) => String(Object.values((values ?? {}) as object)[0]);

/** The entries of the sheet as the Management API has them, drafts too. */
async function readEntries() {
  const query = { limit: 200, content_type: 'opportunity' };
  const { items } = await openClient(standIn).entry.getMany({ query });
  const read = items.map(({ sys, fields }) => ({
    id: sys.id,
    version: sys.version,
    isPublished: sys.publishedVersion !== undefined,
    title: firstValue(fields['title']),
    summary: firstValue(fields['summary']),
    status: firstValue(fields['status']),
  }));
  return read.filter(({ title }) => title.startsWith('Read map'));
}

/** Changes a field of an entry as an editor does in Contentful. */
async function edit(id: string, field: string, value: string, publishes: boolean) {
  const { entry: entries } = openClient(standIn);
  const entry = await entries.get({ entryId: id });
  const [locale = 'en'] = Object.keys((entry.fields[field] ?? {}) as object);
  const fields = { ...entry.fields, [field]: { [locale]: value } };
  const updated = await entries.update({ entryId: id }, { ...entry, fields });
  if (publishes) await entries.publish({ entryId: id }, updated);
}

describe('an import into Contentful', () => {
  it('makes a draft, which Delivery doesn’t show', async () => {
    const { code, lines } = await run([row(1)]);
    expect(lines).toContain(
      'Rows that became entries in space local, environment master: 1 of 1; left out: 0.',
    );
    expect(code).toBe(0);
    const [entry] = await readEntries();
    expect(entry).toMatchObject({ title: 'Read map 1', status: 'draft', isPublished: false });
    expect(standIn.space.entries.get(entry?.id ?? '')).toMatchObject({ publishedCounter: 0 });
  });

  it('leaves out what an entry of the space has, by another source', async () => {
    await run([row(1)]);
    const map = folder.write('map.yml', 'source: another');
    const { code, text } = await run([row(7, 'Read map 1')], { map });
    expect(code).toBe(1);
    expect(text).toMatch(/is that of Contentful entry \S+, from the same organization/);
  });

  it('publishes where it is asked to, and changes nothing in a dry run', async () => {
    await run([row(1)], { status: 'open', dryRun: true });
    expect(await readEntries()).toEqual([]);
    expect((await run([row(1)], { status: 'open' })).code).toBe(0);
    expect(await readEntries()).toMatchObject([{ status: 'open', isPublished: true }]);
  });

  it('leaves out a row in a language that the space has no locale for', async () => {
    await standIn.close();
    standIn = await startStandIn({ content: fixture, locales: [{ code: 'en-US' }] });
    const { code, text } = await run([row(1)], { language: 'fr', reportLanguage: 'en' });
    expect(code).toBe(1);
    expect(text).toContain('(fr) is a language that the space has no locale for (Français)');
    expect(await readEntries()).toEqual([]);
  });

  it('can be reviewed first: accepted rows become drafts there', async () => {
    await run([row(1)], { dryRun: true });
    const review = await openReview({
      file: folder.at('maps.csv'),
      language: 'en',
      contentful: true,
      config: importConfig(),
      print: () => undefined,
      reportDir: folder.at('report'),
    });
    const query = { language: 'en', words: '', page: 1 } as const;
    await review.answer({ action: 'acceptAll', state: 'ready', query });
    await review.answer({ action: 'save', query });
    await review.settled();
    const view = await review.answer({ action: 'view', query });
    expect(view).toMatchObject({ counts: { saved: 1 }, save: { saved: 1, refused: [] } });
    expect(await readEntries()).toMatchObject([{ title: 'Read map 1', status: 'draft' }]);
  });
});

describe('a sheet that is imported into a space again', () => {
  const options = { status: 'open', closeMissing: true };

  it('changes exactly what the sheet changed', async () => {
    await run([row(1), row(2), row(3)], options);
    const before = await readEntries();
    const changed = [row(4), row(3), row(1, 'Read map one')];
    const { lines } = await run(changed, options);
    expect(lines).toContain('Entries changed: 1; as the sheet says already: 1.');
    const after = await readEntries();
    const isSame = ({ id, version }: (typeof after)[number]) =>
      before.some((entry) => entry.id === id && entry.version === version);
    expect(after.map((entry) => [entry.title, entry.status, isSame(entry)]).toSorted()).toEqual([
      ['Read map 2', 'closed', false],
      ['Read map 3', 'open', true],
      ['Read map 4', 'open', false],
      ['Read map one', 'open', false],
    ]);
    expect((await run(changed, options)).code).toBe(0);
    expect(await readEntries()).toEqual(after);
  });

  it('leaves what an editor changed in Contentful', async () => {
    await run([row(1)], options);
    const [entry] = await readEntries();
    await edit(entry?.id ?? '', 'summary', 'By an editor.', true);
    await run([row(1, 'Read map one', 'By the sheet.')], options);
    expect(await readEntries()).toMatchObject([{ title: 'Read map one', summary: 'By an editor.' }]);
  });

  it('doesn’t publish what an editor hasn’t finished', async () => {
    await run([row(1)], options);
    const [{ id, version } = { id: '', version: 0 }] = await readEntries();
    await edit(id, 'task', 'Half a sentence', false);
    const { code, text } = await run([row(1, 'Read map 1', 'By the sheet.')], options);
    expect(code).toBe(1);
    expect(text).toContain(`opportunity ${id} has changes in Contentful that aren’t published`);
    expect(await readEntries()).toMatchObject([{ summary: 'Sum 1.', version: version + 1 }]);
  });
});
