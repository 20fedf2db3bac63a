/** Importing a sheet again: exactly its changes, and no entry twice. */
import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { rawOrganization } from '@/model/samples/samples';
import type { RawEntry } from '@/model/types/entry';
import { describe, expect, it } from 'vitest';
import { useContentFolder } from './content-folder.fixture';
import type { RowContext } from './row/row-context';
import { createEntryFinder } from './existing-entries';
import { closeMissing, isStillThere } from './known/close-missing';
import { emptyColumnMap } from './table/column-map';
import { importTable } from './table/import-table';
import { matchColumns } from './table/match-columns';
import type { ImportRow } from './table/table';

const organization = rawOrganization('o1');

/** A row of the sheet; `id` only where the sheet has such a column. */
interface SheetRow {
  readonly id: number;
  readonly title: string;
  readonly summary: string;
  readonly hours: string;
  readonly starts: string;
}

const columns = ['title', 'summary', 'task', 'deliverable', 'impact', 'requirements', 'organization'];
const shared = ['taskTypes', 'languages', 'hours', 'length.kind', 'closes.date', 'closes.zone', 'starts'];

function toImportRow(
  { id, title, summary, hours, starts }: SheetRow,
  index: number,
  hasId: boolean,
): ImportRow {
  const cells: [string, string][] = [
    ...(hasId ? [['id', `row-${id}`] as [string, string]] : []),
    ['title', title], ['summary', summary], ['task', `Do task ${id}.`], ['deliverable', 'A file.'],
    ['impact', 'It helps.'], ['requirements', 'Care'], ['organization', 'o1'], ['taskTypes', 'translation'],
    ['languages', 'fr: good'], ['hours', hours], ['length.kind', 'ongoing'], ['closes.date', '2030-01-31'],
    ['closes.zone', 'UTC'], ...(starts === '' ? [] : [['starts', starts] as [string, string]]),
  ]; // prettier-ignore
  return { number: index + 2, cells: new Map(cells) };
}

function importSheet(rows: readonly SheetRow[], entries: readonly RawEntry[], hasId: boolean) {
  const all = [organization, ...entries];
  const context: RowContext = {
    type: 'opportunity',
    columns: matchColumns([...(hasId ? ['id'] : []), ...columns, ...shared], 'opportunity', emptyColumnMap),
    language: 'en',
    defaults: new Map(),
    status: 'open',
    source: 'missions',
    today: '2026-11-25',
    cellContext: {
      dateOrder: undefined,
      wordMeanings: new Map(),
      synonyms: new Map(),
      findEntryId: createEntryFinder(all),
    },
  };
  const table = {
    columns: [],
    rows: rows.map((row, index) => toImportRow(row, index, hasId)),
  };
  const result = importTable(table, context, { entries: all, ids: new Set(all.map(({ id }) => id)) });
  const closed = closeMissing(result.missing.filter(isStillThere), '2026-11-25');
  const next = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { entry } of result.imported) next.set(entry.id, entry);
  for (const { after } of closed) next.set(after.id, after);
  return { ...result, closed, entries: [...next.values()] };
}

/** The values of an entry that come from the cells which the edits change. */
const cellsOf = ({ locales, shared: fields }: RawEntry) =>
  [
    locales.en?.['title'],
    locales.en?.['summary'],
    JSON.stringify(fields['hours']),
    fields['starts'] ?? '',
  ].join(' | ');
const hoursOf = (text: string) => {
  const [min, max] = text.split('-').map(Number);
  return JSON.stringify({ min, max });
};
const rowCells = ({ title, summary, hours, starts }: SheetRow) =>
  [title, summary, hoursOf(hours), starts].join(' | ');

const edit = fc.record({
  kind: fc.constantFrom('title', 'summary', 'hours', 'starts', 'delete', 'add', 'move', 'restore'),
  at: fc.nat(20),
  to: fc.nat(20),
});

/** Applies an edit as a person would. Deleted rows may come back. */
function applyEdit(
  { rows, deleted, next }: { rows: SheetRow[]; deleted: SheetRow[]; next: number },
  { kind, at, to }: { kind: string; at: number; to: number },
) {
  const index = rows.length === 0 ? 0 : at % rows.length;
  const row = rows[index];
  const change = (part: Partial<SheetRow>) => rows.map((one, n) => (n === index ? { ...one, ...part } : one));
  switch (kind) {
    case 'title':
      return { rows: change({ title: `Translate text ${next}` }), deleted, next: next + 1 };
    case 'summary':
      return { rows: change({ summary: `Summary ${next}.` }), deleted, next: next + 1 };
    case 'hours':
      return { rows: change({ hours: `${1 + (to % 3)}-${4 + (to % 5)}` }), deleted, next };
    case 'starts':
      return {
        rows: change({ starts: to % 2 === 0 ? '' : `2029-03-${10 + to}`.slice(0, 10) }),
        deleted,
        next,
      };
    case 'delete':
      return { rows: rows.filter((_, n) => n !== index), deleted: row ? [...deleted, row] : deleted, next };
    case 'move':
      return { rows: [...rows.slice(index), ...rows.slice(0, index)], deleted, next };
    case 'restore': {
      const back = deleted.at(-1);
      return back ? { rows: [...rows, back], deleted: deleted.slice(0, -1), next } : { rows, deleted, next };
    }
    default: {
      const added = {
        id: next,
        title: `Translate text ${next}`,
        summary: `Summary ${next}.`,
        hours: '2-4',
        starts: '',
      };
      return { rows: [...rows, added], deleted, next: next + 1 };
    }
  }
}

const initial: SheetRow[] = Array.from({ length: 4 }, (_, id) => ({
  id, title: `Translate text ${id}`, summary: `Summary ${id}.`, hours: '2-4', starts: '',
})); // prettier-ignore

describe('a sheet that is imported again', () => {
  it.each([true, false])(
    'gives exactly its changes in 100 sequences of edits (ids: %s)',
    { timeout: 60_000 },
    (hasId) => {
      fc.assert(
        fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rounds) => {
          let state = { rows: initial, deleted: [] as SheetRow[], next: 100 };
          let { entries } = importSheet(state.rows, [], hasId);
          for (const edits of rounds) {
            const before = new Map(state.rows.map((row) => [row.id, rowCells(row)]));
            for (const one of edits) state = applyEdit(state, one);
            const { rows } = state;
            const result = importSheet(rows, entries, hasId);
            entries = result.entries;

            expect(result.leftOut).toEqual([]);
            const open = entries.filter(({ shared: { status } }) => status === 'open');
            expect(open.map(cellsOf).toSorted()).toEqual(rows.map(rowCells).toSorted());
            expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
            const gone = [...before.keys()].filter((id) => !rows.some((row) => row.id === id));
            expect(result.closed).toHaveLength(gone.length);
            const isSame = (row: SheetRow) => before.get(row.id) === rowCells(row);
            expect(result.unchanged).toHaveLength(rows.filter(isSame).length);

            const again = importSheet(rows, entries, hasId);
            expect(again.imported).toEqual([]);
            expect(again.closed).toEqual([]);
            expect(again.unchanged).toHaveLength(rows.length);
          }
        }),
        { numRuns: 100 },
      );
    },
  );

  it('leaves what was changed in the entry, and names what both sides changed', () => {
    const { entries } = importSheet(initial.slice(0, 1), [], true);
    const [entry] = entries;
    if (!entry) throw new Error('The row was left out.');
    const edited = {
      ...entry,
      locales: { en: { ...entry.locales.en, summary: 'By an editor.', task: 'By an editor.' } },
    };
    const row = { ...(initial[0] as SheetRow), summary: 'By the sheet.', hours: '1-2' };
    const { imported } = importSheet([row], [edited], true);
    const [changed] = imported;
    expect(changed?.entry.locales.en).toMatchObject({ summary: 'By an editor.', task: 'By an editor.' });
    expect(changed?.entry.shared['hours']).toEqual({ min: 1, max: 2 });
    expect(changed?.warnings.map(({ code, field }) => [code, field])).toEqual([
      ['changed-on-both-sides', 'summary'],
    ]);
    // It is said once.
    const again = importSheet([row], changed ? [changed.entry] : [], true);
    expect(again.imported).toEqual([]);
  });

  it('keeps the entry of a row that has a fault now', () => {
    const { entries } = importSheet(initial.slice(0, 2), [], true);
    const [first, second] = initial as [SheetRow, SheetRow];
    const result = importSheet([{ ...first, hours: 'many' }, second], entries, true);
    expect(result.leftOut.map(({ row }) => row)).toEqual([2]);
    expect(result.closed).toEqual([]);
    expect(result.unchanged).toHaveLength(1);
  });
});

const folder = useContentFolder();

const header =
  'Reference,Title,Summary,Task,Deliverable,Impact,Requirements,Organization,Task type,Languages,Hours,length.kind,closes.date,closes.zone';
const line = (id: string, title: string, hours = '2-4') =>
  `${id},${title},Sum ${id}.,Task ${id}.,It.,It helps.,Care,Casa Abierta,translation,fr: good,${hours},ongoing,2030-01-31,UTC`;

describe('the command, run again', () => {
  it('changes files, lists what is gone, and closes it only when it is asked to', async () => {
    const options = {
      language: 'en',
      status: 'open',
      map: await folder.map('source: partner'),
    };
    const file = (id: string) => folder.read(`content/opportunities/${id}.yml`);
    await folder.run(
      'a.csv',
      [header, line('1', 'Read a book'), line('7', 'Draw a map')].join('\n'),
      options,
    );
    const second = [header, line('1', 'Read two books', '1-2'), line('3', 'Sing a song')].join('\n');
    const { lines } = await folder.run('b.csv', second, options);
    expect(lines.slice(-5)).toEqual([
      'No longer in the sheet; --close-missing closes them:',
      '  opportunities/draw-a-map.yml  Draw a map',
      '1 entries were changed; 0 are as the sheet says.',
      '1 of 2 rows became entries in content; 0 left out.',
      'The report is report/import.txt.',
    ]);
    expect(await file('read-a-book')).toContain('title: Read two books\n');
    expect(await file('read-a-book')).toContain('min: 1\n');
    expect(await file('draw-a-map')).toContain('status: open\n');

    await folder.run('b.csv', second, { ...options, closeMissing: true });
    expect(await file('draw-a-map')).toContain('status: closed\n');
    const { lines: last } = await folder.run('b.csv', second, { ...options, closeMissing: true });
    expect(last).toContain('0 entries were changed; 2 are as the sheet says.');
    expect(last.join('\n')).not.toContain('No longer');
    expect(await readdir(folder.inside('content/opportunities'))).toHaveLength(3);
  });
});
