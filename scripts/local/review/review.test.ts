/** A review of a sheet: what it decides, and that nothing of it is lost or made twice. */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sheetLine, useReviewFolder } from './review.fixture';

const folder = useReviewFolder();
const entries = () => readdir(folder.inside('content/opportunities'));
const entry = (id: string) => folder.read(`content/opportunities/${id}.yml`);

const stateOf = async (opened: Awaited<ReturnType<typeof folder.open>>, id: string) =>
  (await opened.row(id)).state;

describe('a review', () => {
  it('shows what is to be corrected, and the cells in which', async () => {
    await folder.write(sheetLine('M-1'), sheetLine('M-2', { title: '', date: '' }));
    const opened = await folder.open();
    const { counts, rows } = await opened.ask({ action: 'view' });
    expect(counts).toEqual({ blocked: 1, draft: 0, ready: 1, accepted: 0, saved: 0, aside: 0 });
    const problems = rows[1]?.problems.filter(({ isBlocking }) => isBlocking) ?? [];
    expect(problems.flatMap(({ cells }) => cells.map(({ label, path }) => [label, path]))).toEqual(
      expect.arrayContaining([
        ['Title', 'title'],
        ['closes.date → Closes · Last day', 'closes.date'],
      ]),
    );
  });

  it('imports what was corrected, chosen and filled in, and so does the command', async () => {
    await folder.write(
      sheetLine('M-1', { organization: 'The open house', causes: 'Aqua things' }),
      sheetLine('M-2', { hours: 'many' }),
      sheetLine('M-3'),
    );
    const opened = await folder.open();
    expect(await stateOf(opened, 'M-1')).toBe('draft');
    const mean = { action: 'mean' } as const;
    const { words } = await opened.ask({ action: 'view' });
    expect(words.map(({ path, word }) => [path, word])).toEqual([
      ['organization', 'The open house'],
      ['causes', 'Aqua things'],
    ]);
    await opened.ask({ ...mean, path: 'organization', word: 'The open house', id: 'casa-abierta' });
    await opened.ask({ ...mean, path: 'causes', word: 'Aqua things', id: 'water' });
    await opened.ask({
      action: 'correct',
      row: 'M-2',
      column: 'Hours',
      seen: 'many',
      text: '3-4',
    });
    await opened.ask({ action: 'correct', row: 'M-3', column: '→ places', seen: '', text: '7' });
    const { counts } = await opened.ask({ action: 'acceptAll', state: 'ready' });
    expect(counts).toEqual({ blocked: 0, draft: 0, ready: 0, accepted: 3, saved: 0, aside: 0 });
    const after = await opened.save();
    expect(after.save).toEqual({ isRunning: false, saved: 3, refused: [] });
    expect(after.counts.saved).toBe(3);
    expect(await entry('read-book-m-1')).toMatch(/organization: casa-abierta\n[^]*causes:\n {2}- water\n/);
    expect(await entry('read-book-m-2')).toContain('hours:\n  min: 3\n  max: 4\n');
    expect(await entry('read-book-m-3')).toContain('places: 7\n');
    expect(await entry('read-book-m-1')).toContain('status: draft\n');

    const { code, lines } = await folder.import();
    expect(lines).toContain('Entries changed: 0; as the sheet says already: 3.');
    expect(code).toBe(0);
    expect(await entries()).toHaveLength(3);
  });

  it('leaves rows out that were set aside, keeps their entries, and the command does so too', async () => {
    await folder.write(sheetLine('M-1'), sheetLine('M-2'));
    const opened = await folder.open();
    await opened.decide('M-1', 'setAside');
    await opened.ask({ action: 'acceptAll', state: 'ready' });
    await opened.save();
    expect(await entries()).toEqual(['read-book-m-2.yml']);
    const { lines, code } = await folder.import({ closeMissing: true });
    expect(lines).toContain('Rows set aside in the review, and not imported: 2.');
    expect(code).toBe(0);
    expect(await entries()).toEqual(['read-book-m-2.yml']);
    await opened.decide('M-1', 'bringBack');
    expect(await stateOf(opened, 'M-1')).toBe('ready');
  });

  it('saves what is accepted only, and nothing twice', async () => {
    await folder.write(sheetLine('M-1'), sheetLine('M-2'));
    const opened = await folder.open();
    await opened.decide('M-1', 'accept');
    await Promise.all([opened.ask({ action: 'save' }), opened.ask({ action: 'save' })]);
    await opened.review.settled();
    await opened.save();
    expect(await entries()).toEqual(['read-book-m-1.yml']);
  });

  it('doesn’t bring an entry back that was deleted since it was saved', async () => {
    await folder.write(sheetLine('M-1'), sheetLine('M-2'));
    const opened = await folder.open();
    await opened.ask({ action: 'acceptAll', state: 'ready' });
    await opened.save();
    await rm(folder.inside('content/opportunities/read-book-m-1.yml'));
    const { counts } = await opened.ask({ action: 'refresh' });
    expect(counts).toMatchObject({ ready: 1, accepted: 0, saved: 1 });
    await opened.save();
    expect(await entries()).toEqual(['read-book-m-2.yml']);
  });

  it('takes a correction back', async () => {
    await folder.write(sheetLine('M-1', { hours: 'many' }));
    const opened = await folder.open();
    const cell = { row: 'M-1', column: 'Hours' };
    await opened.ask({ action: 'correct', ...cell, seen: 'many', text: '3' });
    expect(await stateOf(opened, 'M-1')).toBe('ready');
    await opened.ask({ action: 'correct', ...cell, seen: '3', text: 'many' });
    expect(await stateOf(opened, 'M-1')).toBe('draft');
    expect((await folder.choices()).rows).toEqual({});
    // It can be imported as it is, without what can't be read.
    await opened.ask({ action: 'acceptAll', state: 'ready' });
    expect((await opened.ask({ action: 'acceptAll', state: 'draft' })).counts).toMatchObject({
      draft: 0,
      accepted: 1,
    });
    await opened.save();
    expect(await entry('read-book-m-1')).not.toContain('hours');
  });

  it('takes a column for another field, or for none', async () => {
    await folder.write(sheetLine('M-1'));
    const opened = await folder.open();
    const { columns, fields } = await opened.ask({ action: 'view' });
    expect(columns.find(({ column }) => column === 'Impact')).toEqual({
      column: 'Impact', field: 'impact', isGuess: false, examples: ['It helps.'],
    }); // prettier-ignore
    expect(fields).toContainEqual({ id: 'fr.title', name: 'Title (fr)' });
    await opened.ask({ action: 'column', column: 'Impact', field: 'learning' });
    await opened.ask({ action: 'column', column: 'Causes', field: null });
    await opened.ask({ action: 'acceptAll', state: 'draft' });
    await opened.save();
    const text = await entry('read-book-m-1');
    expect(text).toMatch(/ {2}learning: \|\n {4}It helps\./);
    expect(text).not.toMatch(/impact|causes/);
    // The other column gives the field up.
    const { columns: after } = await opened.ask({ action: 'column', column: 'Task', field: 'learning' });
    expect(after.filter(({ field }) => field === 'learning').map(({ column }) => column)).toEqual(['Task']);
  });

  it('decides which of two days a date is, for all rows or for one', async () => {
    await folder.write(sheetLine('M-1', { date: '03/04/2030' }), sheetLine('M-2', { date: '05/06/2030' }));
    const opened = await folder.open();
    const { dates } = await opened.ask({ action: 'view' });
    expect(dates).toEqual({ order: null, unclear: 2 });
    const cell = { row: 'M-2', column: 'closes.date', seen: '05/06/2030' };
    await opened.ask({ action: 'correct', ...cell, text: '2030-05-06' });
    const { counts } = await opened.ask({ action: 'dates', order: 'dmy' });
    expect(counts.ready).toBe(2);
    await opened.ask({ action: 'acceptAll', state: 'ready' });
    await opened.save();
    expect(await entry('read-book-m-1')).toContain('date: "2030-04-03"');
    expect(await entry('read-book-m-2')).toContain('date: "2030-05-06"');
  });
});

describe('two people at one review', () => {
  it('are told what the other one wrote, and nothing is overwritten', async () => {
    await folder.write(sheetLine('M-1', { hours: 'many' }));
    const opened = await folder.open();
    const correct = { action: 'correct', row: 'M-1', column: 'Hours', seen: 'many' } as const;
    await opened.ask({ ...correct, text: '3' });
    await expect(opened.ask({ ...correct, text: '5' })).rejects.toThrow('This was changed elsewhere to “3”.');
    // Both may write the same.
    await opened.ask({ ...correct, text: '3' });
  });

  it('both keep what they choose in two commands', async () => {
    await folder.write(sheetLine('M-1', { hours: 'many' }), sheetLine('M-2', { hours: 'few' }));
    const [one, other] = [await folder.open(), await folder.open()];
    const column = 'Hours';
    await one.ask({ action: 'correct', row: 'M-1', column, seen: 'many', text: '3' });
    await other.ask({ action: 'correct', row: 'M-2', column, seen: 'few', text: '1' });
    expect((await one.ask({ action: 'view' })).counts.ready).toBe(2);
    await one.ask({ action: 'acceptAll', state: 'ready' });
    expect((await other.ask({ action: 'view' })).counts.accepted).toBe(2);
    await Promise.all([one.save(), other.save()]);
    expect(await entries()).toEqual(['read-book-m-1.yml', 'read-book-m-2.yml']);
  });
});

describe('a sheet that changes while it is reviewed', () => {
  it('is read again: rows keep their choices where they were moved, and lose them where they changed', async () => {
    await folder.write(sheetLine('M-1', { hours: 'many' }), sheetLine('M-2'), sheetLine('M-3'));
    const opened = await folder.open();
    const cell = { row: 'M-1', column: 'Hours' };
    await opened.ask({ action: 'correct', ...cell, seen: 'many', text: '3' });
    await opened.ask({ action: 'acceptAll', state: 'ready' });
    await folder.write(
      sheetLine('M-0'),
      sheetLine('M-3'),
      sheetLine('M-2', { title: 'Another title' }),
      sheetLine('M-1', { hours: 'lots' }),
    );
    const view = await opened.ask({ action: 'refresh' });
    expect(view.rows.map(({ id, state }) => [id, state])).toEqual([
      ['M-0', 'ready'],
      ['M-3', 'accepted'],
      ['M-2', 'ready'],
      ['M-1', 'draft'],
    ]);
    // The correction is kept, and can be used again.
    const [outdated] = view.outdated;
    expect(outdated).toMatchObject({ row: 'M-1', column: 'Hours', seen: 'lots', correction: '3' });
    await opened.ask({ action: 'correct', ...cell, seen: 'lots', text: '3' });
    // It says again what was accepted before.
    expect(await stateOf(opened, 'M-1')).toBe('accepted');
  });

  it('stays as it was where it can’t be read, and nothing of it is saved', async () => {
    await folder.write(sheetLine('M-1'));
    const opened = await folder.open();
    await opened.ask({ action: 'acceptAll', state: 'ready' });
    await writeFile(folder.file(), '"half');
    const broken = await opened.save();
    expect(broken.save).toMatchObject({
      saved: 0,
      refused: [expect.stringContaining('a quotation mark and never ends')],
    });
    await expect(opened.ask({ action: 'refresh' })).rejects.toThrow('never ends');
    expect(broken.counts.accepted).toBe(1);
    expect(await entries().catch(() => [])).toEqual([]);
    await folder.write(sheetLine('M-1'));
    const { counts } = await opened.save();
    expect(counts.saved).toBe(1);
  });

  it('doesn’t lose the choices to a file that isn’t theirs any more', async () => {
    await folder.write(sheetLine('M-1'));
    const file = folder.inside('missions.review.json');
    await writeFile(file, '{ "version": 1, "rows"');
    await expect(folder.open()).rejects.toThrow('has the choices of a review, and can’t be read');
    await expect(folder.import()).rejects.toThrow('has the choices of a review');
    expect(await readFile(file, 'utf8')).toBe('{ "version": 1, "rows"');
  });
});

describe('an organization that is added meanwhile', () => {
  it('is found once everything is read again', async () => {
    await folder.write(sheetLine('M-1', { organization: 'New friends' }));
    const opened = await folder.open();
    expect(await stateOf(opened, 'M-1')).toBe('draft');
    const known = await readFile(folder.inside('content/organizations/casa-abierta.yml'), 'utf8');
    await writeFile(
      folder.inside('content/organizations/new-friends.yml'),
      known.replaceAll('Casa Abierta', 'New friends'),
    );
    await opened.ask({ action: 'refresh' });
    expect(await stateOf(opened, 'M-1')).toBe('ready');
  });
});

describe('a review of many rows', () => {
  it('decides as the command does, also after many corrections', { timeout: 60_000 }, async () => {
    const sheets = path.join(import.meta.dirname, '../../../tests/content/sheets');
    const lines = (await readFile(path.join(sheets, 'boletines.csv'), 'latin1')).split(/\r?\n/);
    await writeFile(folder.file(), `\uFEFF${lines.slice(0, 90).join('\r\n')}`);
    await cp(path.join(sheets, 'boletines.map.yml'), folder.inside('missions.map.yml'));
    const opened = await folder.open();
    const { rows } = await opened.ask({ action: 'view' });
    expect(rows.length).toBeGreaterThan(20);
    for (const [index, { id, cells }] of rows.entries()) {
      const cell = cells[(index * 7) % cells.length];
      if (!cell) continue;
      const text = ['', '7', 'Casa Abierta', cell.text.toUpperCase()][index % 4] ?? '';
      await opened.ask({ action: 'correct', row: id, column: cell.column, seen: cell.text, text });
    }
    for (const { id } of rows.slice(0, 2)) await opened.decide(id, 'setAside');
    const again = await folder.open();
    const ids = rows.map(({ id }) => id);
    const [kept, fresh] = await Promise.all(
      [opened, again].map(async ({ ask }) => ask({ action: 'view', query: { ids } })),
    );
    expect(kept?.rows).toEqual(fresh?.rows);
    await folder.run('missions.csv', await readFile(folder.file(), 'utf8'), { dryRun: true });
    const { imported, leftOut } = await folder.report();
    expect(leftOut).toHaveLength(kept?.counts.blocked ?? 0);
    expect(imported).toHaveLength((kept?.counts.ready ?? 0) + (kept?.counts.draft ?? 0));
    expect(kept?.counts.aside).toBe(2);
  });
});
