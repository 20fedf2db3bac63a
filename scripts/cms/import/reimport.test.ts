/** Importing a sheet again: exactly its changes, and no entry twice. */
import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { locales } from '@/i18n/locales';
import { rawOrganization } from '@/model/samples.fixture';
import type { RawEntry } from '@/model/types/entry';
import { describe, expect, it } from 'vitest';
import { useContentFolder } from './content-folder.fixture';
import { closeMissing } from './known/provenance';
import { planImport } from './plan-import';
import { emptyColumnMap } from './table/column-map';
import { readCsv } from './table/read-csv';
import { randomRuns } from '../../test/random-runs';

const organization = rawOrganization('o1');

interface SheetRow {
  readonly id: number;
  readonly title: string;
  readonly summary: string;
  readonly hours: string;
  readonly starts: string;
}

const newRow = (id: number): SheetRow => ({
  id,
  title: `Translate text ${id}`,
  summary: `Summary ${id}.`,
  hours: '2-4',
  starts: '',
});

const columns =
  'title,summary,hours,starts,task,deliverable,impact,requirements,organization,taskTypes,languages,length.kind,closes.date,closes.zone';

/** Reads the sheet that a person has at the moment, with a column of ids or without. */
function readSheet(rows: readonly SheetRow[], hasId: boolean) {
  const lines = rows.map(
    ({ id, title, summary, hours, starts }) =>
      `${hasId ? `row-${id},` : ''}${title},${summary},${hours},${starts},Do task ${id}.,A file.,It helps.,Care,o1,translation,fr: good,ongoing,2030-01-31,UTC`,
  );
  return readCsv([hasId ? `id,${columns}` : columns, ...lines].join('\n'));
}

function importSheet(rows: readonly SheetRow[], entries: readonly RawEntry[], hasId: boolean) {
  const all = [organization, ...entries];
  const table = readSheet(rows, hasId);
  const ids = new Set(all.map(({ id }) => id));
  const settings = { type: 'opportunity', status: 'open', source: 'missions' } as const;
  const languages = { language: 'en', reportLanguage: 'en' } as const;
  const sheet = {
    table,
    map: emptyColumnMap,
    settings: { ...settings, ...languages },
    aside: new Set<number>(),
  };
  const plan = planImport(sheet, { entries: all, ids, locales }, '2026-11-25');
  const { imported = [], unchanged = [], leftOut = [] } = Object.groupBy(plan.rows, ({ fate }) => fate);
  const closed = closeMissing(plan.missing, '2026-11-25');
  const next = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { entry } of imported) if (entry) next.set(entry.id, entry);
  for (const { after } of closed) next.set(after.id, after);
  return { imported, unchanged, leftOut, closed, entries: [...next.values()] };
}

/** The values of an entry that come from the cells which the edits change. */
function cellsOf({ locales, shared }: RawEntry): string {
  const { min, max } = shared['hours'] as { min: number; max: number };
  return [locales.en?.['title'], locales.en?.['summary'], `${min}-${max}`, shared['starts'] ?? ''].join(
    ' | ',
  );
}

const rowCells = ({ title, summary, hours, starts }: SheetRow) => [title, summary, hours, starts].join(' | ');

const edit = fc.record({
  kind: fc.constantFrom('title', 'summary', 'hours', 'starts', 'delete', 'add', 'move', 'restore'),
  at: fc.nat(20),
  to: fc.nat(20),
});

interface Sheet {
  readonly rows: SheetRow[];
  /** Rows that may come back. */
  readonly deleted: SheetRow[];
  next: number;
}

/** Applies an edit as a person would. */
function applyEdit(sheet: Sheet, { kind, at, to }: { kind: string; at: number; to: number }): void {
  const { rows, deleted } = sheet;
  const index = rows.length === 0 ? 0 : at % rows.length;
  sheet.next += 1;
  const change = (part: Partial<SheetRow>) =>
    rows.splice(index, 1, ...rows.slice(index, index + 1).map((row) => ({ ...row, ...part })));
  switch (kind) {
    case 'title':
    case 'summary':
      change({ [kind]: newRow(sheet.next)[kind] });
      break;
    case 'hours':
      change({ hours: `${1 + (to % 3)}-${4 + (to % 5)}` });
      break;
    case 'starts':
      change({ starts: to % 2 === 0 ? '' : `2029-03-${10 + to}` });
      break;
    case 'delete':
      deleted.push(...rows.splice(index, 1));
      break;
    case 'move':
      rows.push(...rows.splice(0, index));
      break;
    case 'restore':
      rows.push(...deleted.splice(-1));
      break;
    default:
      rows.push(newRow(sheet.next));
  }
}

const initial = [0, 1, 2, 3].map(newRow);

describe('a sheet that is imported again', () => {
  it.each([true, false])(
    'gives exactly its changes in 100 sequences of edits (ids: %s)',
    { timeout: 60_000 },
    (hasId) => {
      fc.assert(
        fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rounds) => {
          const sheet: Sheet = { rows: [...initial], deleted: [], next: 100 };
          const { rows } = sheet;
          let { entries } = importSheet(rows, [], hasId);
          for (const edits of rounds) {
            const before = new Map(rows.map((row) => [row.id, rowCells(row)]));
            for (const one of edits) applyEdit(sheet, one);
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
        { numRuns: randomRuns(100) },
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
    expect(changed?.entry?.locales.en).toMatchObject({ summary: 'By an editor.', task: 'By an editor.' });
    expect(changed?.entry?.shared['hours']).toEqual({ min: 1, max: 2 });
    expect(changed?.warnings.map(({ code, field }) => [code, field])).toEqual([
      ['changed-on-both-sides', 'summary'],
    ]);
    // It is said once.
    const again = importSheet([row], changed?.entry ? [changed.entry] : [], true);
    expect(again.imported).toEqual([]);
  });

  it('leaves out a repeated row also once an editor has given the entry another title', () => {
    const [first, second] = initial as [SheetRow, SheetRow];
    const rows = [first, { ...second, title: first.title }];
    const [entry] = importSheet(rows, [], false).entries;
    if (!entry) throw new Error('The row was left out.');
    const retitled = { ...entry, locales: { en: { ...entry.locales.en, title: 'By an editor' } } };
    const again = importSheet(rows, [retitled], false);
    expect(again.imported).toEqual([]);
    expect(again.leftOut.map(({ row }) => row)).toEqual([3]);
    expect(again.closed).toEqual([]);
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
    const options = { language: 'en', status: 'open', map: await folder.map('source: partner') };
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
      'Entries changed: 1; as the sheet says already: 0.',
      'Rows that became entries in content: 1 of 2; left out: 0.',
      'The report is report/import.txt.',
    ]);
    expect(await file('read-a-book')).toContain('title: Read two books\n');
    expect(await file('read-a-book')).toContain('min: 1\n');
    expect(await file('draw-a-map')).toContain('status: open\n');

    await folder.run('b.csv', second, { ...options, closeMissing: true });
    expect(await file('draw-a-map')).toContain('status: closed\n');
    const { lines: last } = await folder.run('b.csv', second, { ...options, closeMissing: true });
    expect(last).toContain('Entries changed: 0; as the sheet says already: 2.');
    expect(last.join('\n')).not.toContain('No longer');
    expect(await readdir(folder.inside('content/opportunities'))).toHaveLength(3);
  });

  it('changes the same entries once its columns are understood otherwise', async () => {
    const rows = ['A,B,C', 'Casa Abierta,Read a book,Six stories', 'Lakou Solid,Draw a map,Two pages'];
    const importAs = async (columns: string) =>
      folder.run('a.csv', rows.join('\n'), { language: 'en', map: await folder.map(`columns: ${columns}`) });
    await importAs('{ A: null, B: title, C: null }');
    const { lines } = await importAs('{ A: organization, B: summary, C: title }');
    expect(lines).toContain('Entries changed: 2; as the sheet says already: 0.');
    expect(await readdir(folder.inside('content/opportunities'))).toHaveLength(2);
    expect(await folder.opportunity('read-a-book')).toMatchObject({
      organization: 'casa-abierta',
      en: { title: 'Six stories', summary: 'Read a book' },
    });
  });
});
