import { readConfig } from '@/config/config';
import { prepareContent } from '@/site/prepare/prepare';
import { describe, expect, it } from 'vitest';
import { useContentFolder } from './content-folder.fixture';
import { mapping, buildMessySheet, type RowOutcome } from './table/messy-sheet.fixture';

const folder = useContentFolder();

describe('a sheet of 500 rows as they really come', () => {
  it(
    'gives entries that a build shows, and names each row left out, and why',
    { timeout: 120_000 },
    async () => {
      const { text, fates } = buildMessySheet();
      const { code, lines } = await folder.run('messy.csv', text, {
        map: await folder.map(mapping),
        status: 'open',
      });
      expect(code).toBe(1);

      const { imported, leftOut } = await folder.report();
      const expected = (is: boolean) => fates.filter((fate) => fate.imported === is).map(({ row }) => row);
      expect(imported.map(({ row }) => row)).toEqual(expected(true));
      expect(leftOut.map(({ row }) => row)).toEqual(expected(false));
      expect(fates).toHaveLength(480);
      expect(imported).toHaveLength(301);

      const becameOf = (fate: RowOutcome): unknown => {
        if (fate.imported) {
          const { warnings = [] } = imported.find(({ row }) => row === fate.row) ?? {};
          return {
            ...fate,
            ...(fate.warning && { warning: warnings.find(({ code }) => code === fate.warning)?.code }),
          };
        }
        const { problems = [] } = leftOut.find(({ row }) => row === fate.row) ?? {};
        const [problem] = problems;
        return {
          row: fate.row,
          imported: false,
          field: problem?.field?.replace(/\.\d+$/, '') ?? '',
          code: problem?.code,
        };
      };
      expect(fates.map(becameOf)).toEqual(fates);
      for (const { row, problems } of leftOut) {
        expect(problems).toHaveLength(1);
        const [said] = lines.flatMap((line, index) =>
          new RegExp(String.raw`^Row ${row}\b.* is left out:$`).test(line) ? [lines[index + 1] ?? ''] : [],
        );
        expect(said).toContain(`${problems[0]?.message}. ${problems[0]?.hint}`);
      }

      const prepared = await prepareContent(readConfig(folder.env()), () => undefined);
      expect(prepared.counts.opportunity).toEqual({ read: 301, shown: 301, unpublished: 0, leftOut: 0 });
      expect(prepared.problems.filter(({ severity }) => severity === 'blocks')).toEqual([]);
    },
  );
});
