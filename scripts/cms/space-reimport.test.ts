/** Importing a sheet into a space again: exactly its changes, no entry twice, and nothing of what others wrote lost. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from 'contentful-management';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { startContentfulStandIn, type ContentfulStandIn } from '../local/contentful/stand-in';
import { fixture } from '../local/contentful/testing';
import { openReview } from '../local/review/open-review';
import { importContent, type ImportOptions } from './import/import-command';

let dir = '';
let standIn: ContentfulStandIn;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'ov-import-'));
  standIn = await startContentfulStandIn({ content: fixture });
});
afterEach(async () => {
  await standIn.close();
  await rm(dir, { recursive: true });
});

const header =
  'Reference,Title,Summary,Task,Deliverable,Impact,Requirements,Organization,Task type,Languages,Hours,length.kind,closes.date,closes.zone';
interface SheetRow {
  readonly id: number;
  readonly title: string;
  readonly summary: string;
}
const rowOf = (id: number): SheetRow => ({ id, title: `Read map ${id}`, summary: `Sum ${id}.` });
const formatRow = ({ id, title, summary }: SheetRow) =>
  `M-${id * 3},${title},${summary},Task ${id}.,It.,It helps.,Care,harbour-school,translation,fr: good,2-4,ongoing,2030-01-31,UTC`;

function spaceConfig() {
  const env = {
    CONTENTFUL_HOST: standIn.host,
    CONTENTFUL_SPACE_ID: 'local',
    CONTENTFUL_MANAGEMENT_TOKEN: 'local-management',
    SITE_NOW: '2026-11-25T00:00:00Z',
  };
  return readConfig(env, 'importToSpace');
}

async function run(rows: readonly SheetRow[], options: Partial<ImportOptions> = {}) {
  const file = path.join(dir, 'maps.csv');
  await writeFile(file, [header, ...rows.map(formatRow)].join('\n'));
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const around = { config: spaceConfig(), print, reportDir: path.join(dir, 'report') };
  const code = await importContent({ file, contentful: true, language: 'en', ...options }, around);
  return { code, lines };
}

const client = () =>
  createClient(
    { accessToken: 'local-management', host: standIn.host, insecure: true, proxy: false },
    { type: 'plain', defaults: { spaceId: 'local', environmentId: 'master' } },
  );

/** The entries of the sheet by their titles, with their versions. */
async function readEntries() {
  const { items } = await client().entry.getMany({ query: { limit: 200, content_type: 'opportunity' } });
  const own = items.filter(({ fields }) =>
    String(Object.values(fields['title'] ?? {})[0]).startsWith('Read map'),
  );
  return own.map(({ sys, fields }) => ({
    id: sys.id,
    version: sys.version,
    title: String(Object.values(fields['title'] as object)[0]),
    summary: String(Object.values(fields['summary'] as object)[0]),
    status: String(Object.values(fields['status'] as object)[0]),
  }));
}

/** Changes a field of an entry as an editor does in Contentful. */
async function edit(id: string, field: string, value: string, publishes: boolean) {
  const entry = await client().entry.get({ entryId: id });
  const [locale = 'en'] = Object.keys((entry.fields[field] ?? {}) as object);
  const fields = { ...entry.fields, [field]: { [locale]: value } };
  const updated = await client().entry.update({ entryId: id }, { ...entry, fields });
  if (publishes) await client().entry.publish({ entryId: id }, updated);
}

describe('a sheet that is imported into a space again', () => {
  it('changes exactly what the sheet changed', async () => {
    const first = await run([rowOf(1), rowOf(2), rowOf(3)], { status: 'open' });
    expect(first.code).toBe(0);
    const before = await readEntries();
    expect(before.map(({ title }) => title).toSorted()).toEqual(['Read map 1', 'Read map 2', 'Read map 3']);

    const changed = [rowOf(4), rowOf(3), { ...rowOf(1), title: 'Read map one' }];
    const { lines } = await run(changed, { status: 'open', closeMissing: true });
    expect(lines).toContain('1 entries were changed; 1 are as the sheet says.');
    const after = await readEntries();
    const versions = new Map(before.map(({ id, version }) => [id, version]));
    expect(
      after.map(({ id, title, status, version }) => [title, status, version === versions.get(id)]).toSorted(),
    ).toEqual([
      ['Read map 2', 'closed', false],
      ['Read map 3', 'open', true],
      ['Read map 4', 'open', false],
      ['Read map one', 'open', false],
    ]);

    const again = await run(changed, { status: 'open', closeMissing: true });
    expect(again.code).toBe(0);
    expect(await readEntries()).toEqual(after);
  });

  it('gives exactly its changes in any sequence of edits', { timeout: 120_000 }, async () => {
    const change = fc.record({
      kind: fc.constantFrom('title', 'summary', 'delete', 'add', 'move'),
      at: fc.nat(9),
    });
    let next = 10;
    let rows = [rowOf(1), rowOf(2), rowOf(3)];
    await run(rows, { status: 'open' });
    const check = async (edits: readonly { kind: string; at: number }[]) => {
      for (const { kind, at } of edits) {
        const index = rows.length === 0 ? 0 : at % rows.length;
        next += 1;
        const part = kind === 'title' ? { title: `Read map ${next}` } : { summary: `Other ${next}.` };
        if (kind === 'delete') rows = rows.filter((_, n) => n !== index);
        else if (kind === 'add' || rows.length === 0) rows = [rowOf(next), ...rows];
        else if (kind === 'move') rows = [...rows.slice(index), ...rows.slice(0, index)];
        else rows = rows.map((row, n) => (n === index ? { ...row, ...part } : row));
      }
      if (rows.length === 0) rows = [rowOf(next + 1000)];
      const before = await readEntries();
      await run(rows, { status: 'open', closeMissing: true });
      const after = await readEntries();
      const open = after.filter(({ status }) => status === 'open');
      const words = (all: readonly Pick<SheetRow, 'title' | 'summary'>[]) =>
        all.map(({ title, summary }) => `${title} | ${summary}`).toSorted();
      expect(words(open)).toEqual(words(rows));
      // What says the same as before wasn't written again.
      const known = new Map(before.map((entry) => [entry.id, entry]));
      for (const entry of after) {
        const then = known.get(entry.id);
        const isSame =
          then?.title === entry.title && then.summary === entry.summary && then.status === entry.status;
        if (isSame) expect(entry.version).toBe(then.version);
      }
    };
    const sequences = fc.sample(fc.array(change, { minLength: 1, maxLength: 4 }), { numRuns: 20, seed: 7 });
    for (const edits of sequences) await check(edits);
  });

  it('leaves what an editor changed in Contentful', async () => {
    await run([rowOf(1)], { status: 'open' });
    const [entry] = await readEntries();
    await edit(entry?.id ?? '', 'summary', 'By an editor.', true);
    await run([{ ...rowOf(1), title: 'Read map one', summary: 'By the sheet.' }], { status: 'open' });
    expect(await readEntries()).toMatchObject([{ title: 'Read map one', summary: 'By an editor.' }]);
  });

  it('can be reviewed first: accepted rows become drafts there', async () => {
    await run([rowOf(1)], { dryRun: true });
    const review = await openReview({
      file: path.join(dir, 'maps.csv'),
      language: 'en',
      contentful: true,
      config: spaceConfig(),
      print: () => undefined,
      reportDir: path.join(dir, 'report'),
    });
    const query = { language: 'en', words: '', page: 1 } as const;
    await review.answer({ action: 'acceptReady', query });
    await review.answer({ action: 'save', query });
    await review.settled();
    expect(await review.answer({ action: 'view', query })).toMatchObject({
      counts: { saved: 1 },
      save: { saved: 1, refused: [] },
    });
    expect(await readEntries()).toMatchObject([{ title: 'Read map 1', status: 'draft' }]);
  });

  it('doesn’t publish what an editor hasn’t finished', async () => {
    await run([rowOf(1)], { status: 'open' });
    const [entry] = await readEntries();
    const id = entry?.id ?? '';
    await edit(id, 'task', 'Half a sentence', false);
    const { code, lines } = await run([{ ...rowOf(1), summary: 'By the sheet.' }], { status: 'open' });
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain(`opportunity ${id} has changes in Contentful that aren’t published`);
    const { sys } = await client().entry.get({ entryId: id });
    expect(sys.version).toBeGreaterThan((sys.publishedVersion ?? 0) + 1);
    expect(await readEntries()).toMatchObject([{ summary: 'Sum 1.' }]);
  });
});
