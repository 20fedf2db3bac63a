/** For any sheet: an import never throws, and a build accepts the imported entries. */
import fc from 'fast-check';
import { locales } from '@/i18n/locales';
import { rawOrganization } from '@/model/samples.fixture';
import { acceptEntries } from '@/pipeline/check/accept';
import { describe, expect, it } from 'vitest';
import { emptyColumnMap } from './table/column-map';
import { getImportFields } from './import-fields';
import { planImport } from './plan-import';
import { readCsv } from './table/read-csv';
import { listColumns, type ImportRow } from './table/table';
import { randomRuns } from '../../test/random-runs';

const organization = rawOrganization('o1');
const known = { entries: [organization], ids: new Set(['o1']), locales };

/** A row that can be imported, to be spoilt cell by cell. */
const good: Readonly<Record<string, unknown>> = {
  title: 'Translate a guide', summary: 'A guide.', task: 'Do it.', deliverable: 'It.', impact: 'It helps.',
  requirements: 'Care', organization: 'o1', taskTypes: 'translation', languages: 'fr: good', hours: '2-4',
  'length.kind': 'ongoing', 'closes.date': '2030-01-31', 'closes.zone': 'Africa/Dakar',
}; // prettier-ignore

const names = [...getImportFields('opportunity').values()].flatMap(({ path, isItemPart }) =>
  isItemPart ? [] : [path],
);

const words = '2-5 1/2/2030 31/12/2030 2030-02-30 yes oui 1,5 -1 1e9 ∞ water Eau o1 fr en. 翻訳 🙂 =1+1';
const signs = '; | , : ( ) { [ " “ <b> </b> <script>x</script> &amp; &#0; __proto__ constructor';
const piece = fc.constantFrom(
  ...`${words} ${signs}`.split(' '),
  ...['\u0000', '\u202E', '\r', '\n', '\t', ' ', '\uD800', 'x'.repeat(200)],
);
const cell = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.jsonValue(),
);
const rows = fc.array(fc.dictionary(fc.constantFrom(...names), cell, { maxKeys: 4 }), {
  minLength: 1,
  maxLength: 4,
});

const settings = {
  ...({ type: 'opportunity', status: 'open', source: undefined } as const),
  ...({ language: 'en', reportLanguage: 'en' } as const),
};

describe('any sheet', () => {
  it('gives entries that are all shown, and a reason for every other row', () => {
    fc.assert(
      fc.property(rows, (spoilt) => {
        const table: ImportRow[] = spoilt.map((cells, index) => ({
          number: index + 2,
          cells: new Map(Object.entries({ ...good, title: `Translate guide ${index}`, ...cells })),
        }));
        const columns = listColumns(table);
        const sheet = {
          table: { columns, rows: table },
          map: emptyColumnMap,
          settings,
          aside: new Set<number>(),
        };
        const planned = planImport(sheet, known, '2026-11-25').rows;
        expect(planned.map(({ row }) => row)).toEqual(table.map(({ number }) => number));
        for (const { fate, problems } of planned) expect(problems.length > 0).toBe(fate === 'leftOut');
        const imported = planned.flatMap(({ entry }) => entry ?? []);
        const { counts, problems } = acceptEntries([organization, ...imported], []);
        expect(problems.filter(({ severity }) => severity === 'blocks')).toEqual([]);
        expect(counts.opportunity.leftOut).toBe(0);
        expect(new Set(imported.map(({ id }) => id)).size).toBe(imported.length);
      }),
      { numRuns: randomRuns(300), examples: [[[{ hours: { toString: false } }]]] },
    );
  });

  it('can be read or is refused in words, however its text is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.constantFrom('"', '""', '\r\n', ';'))), (pieces) => {
        try {
          readCsv(pieces.join(''));
        } catch (error) {
          expect(error).toMatchObject({ name: 'OperatorError' });
        }
      }),
    );
  });
});
