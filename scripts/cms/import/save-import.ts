/** Carries out a plan: saves its entries, and writes the report. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EditorTranslate } from '@/i18n/editor';
import { buildImportReportJson, formatImportReport, type ReadyImport } from './report/import-report';

/**
 * Saves new entries, those that changed, and those that are closed, unless it is a dry run. Writes the report into `dir`. Resolves
 * to its lines and its path, and to the number of entries that the destination refused.
 */
export async function saveImport(ready: ReadyImport, t: EditorTranslate, dir: string) {
  const { destination, plan, closed, isDryRun } = ready;
  const imported = plan.rows.flatMap(({ fate, before, entry }) =>
    fate === 'imported' && entry ? [{ ...(before && { before }), after: entry }] : [],
  );
  const refused = isDryRun ? 0 : await destination.save([...imported, ...closed]);
  const count = String(refused);
  const lines = [
    ...formatImportReport(ready, t),
    ...(refused > 0 ? [t('Refused there, as said above, or not published: {count}.', { count })] : []),
  ];
  const reportFile = path.join(dir, 'import.txt');
  await mkdir(dir, { recursive: true });
  await writeFile(reportFile, `${lines.join('\n')}\n`);
  await writeFile(path.join(dir, 'import.json'), JSON.stringify(buildImportReportJson(ready), null, 2));
  return { lines, refused, reportFile };
}
