/**
 * Five sheets as partners send them. They were written by a program with openpyxl and Python’s csv, in Windows-1252 where
 * they are CSV: titles above the table, organizations in merged cells, days as serial numbers and in words, lengths and
 * hours with units, terms by their everyday names. Every twelfth to nineteenth row has a fault for which a person would
 * refuse it too: `expected.json` has these rows and the field. The mappings beside them only say what no sheet says.
 */
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { editorTranslator } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { readConfig } from '@/config/config';
import { describe, expect, it } from 'vitest';
import { useContentFolder } from '@scripts/cms/import/content-folder.fixture';
import { importContent } from '@scripts/cms/import/import-command';

const sheets = path.join(import.meta.dirname, 'sheets');
const synonyms = path.join(import.meta.dirname, '../../content/synonyms');

interface Expected {
  readonly language: string;
  readonly rows: number;
  /** The field of the fault by the row’s number. */
  readonly refused: Readonly<Record<string, string>>;
}

const folder = useContentFolder();

describe('sheets as partners send them', () => {
  it.each([
    'reseau-solidarite.xlsx',
    'missions-export.csv',
    'red-andina.xlsx',
    'boletines.csv',
    'listings.xlsx',
  ])('come in without being edited: %s', { timeout: 60_000 }, async (file) => {
    const expected = JSON.parse(await readFile(path.join(sheets, 'expected.json'), 'utf8')) as Record<
      string,
      Expected
    >;
    const { language, rows, refused } = expected[file] as Expected;
    await cp(sheets, folder.inside('sheets'), { recursive: true });
    await cp(synonyms, folder.inside('content/synonyms'), { recursive: true });
    const lines: string[] = [];
    await importContent(
      { file: folder.inside(`sheets/${file}`), status: 'open' },
      {
        config: readConfig(folder.env(), 'import'),
        print: (line) => lines.push(line),
        reportDir: folder.inside('report'),
      },
    );
    const { imported, leftOut } = await folder.report();
    expect(imported.length + leftOut.length).toBe(rows);
    // A person would accept all the others.
    const accepted = rows - Object.keys(refused).length;
    const missed = leftOut.filter(({ row }) => refused[row] === undefined);
    const faultsOf = ({ row, problems }: (typeof missed)[number]) =>
      `${row} ${problems.map(({ field, message }) => `${field} ${message}`).join(', ')}`;
    expect(missed.slice(0, 5).map(faultsOf)).toEqual([]);
    expect((accepted - missed.length) / accepted).toBeGreaterThanOrEqual(0.95);
    const found = Object.fromEntries(leftOut.map(({ row, problems }) => [String(row), problems[0]?.field]));
    expect(found).toEqual(refused);
    // In the sheet’s language, and what many rows have in common is said once.
    expect(lines).toContain(editorTranslator(language as Locale)('Left out, by reason:'));
    expect(lines.length).toBeLessThan(leftOut.length + 60);
    const { filled } = editorTranslator(language as Locale);
    const findings = [
      ...imported.flatMap(({ warnings }) => warnings),
      ...leftOut.flatMap(({ problems }) => problems),
    ];
    const isEnglish = (text: string) => language !== 'en' && filled(text) === text;
    const untranslated = findings.flatMap(({ message, hint }) => [message, hint].filter(isEnglish));
    expect([...new Set(untranslated)]).toEqual([]);
  });
});
