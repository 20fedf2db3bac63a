import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvFileName, formatCsvRows } from './result-csv';

const readBack = (text: string) => parse(text, { bom: true, record_delimiter: '\r\n' });

test('quotes what needs it, and marks the encoding', () => {
  expect(
    formatCsvRows([
      ['Title', 'Link'],
      ['Say "hi", now', 'a\nb'],
    ]),
  ).toBe('\uFEFFTitle,Link\r\n"Say ""hi"", now","a\nb"\r\n');
});

test('no cell is run as a formula', () => {
  const cells = ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', 'a=1'];
  expect(readBack(formatCsvRows([cells]))).toEqual([["'=1+1", "'+1", "'-1", "'@a", "'\t=1", "'\r=1", 'a=1']]);
});

test('any text is read back as it is, but for the apostrophe', () => {
  const cell = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read = readBack(formatCsvRows([['a', 'b'], ...rows])) as string[][];
      const plain = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, '');
      expect(read.slice(1).map((row) => row.map(plain))).toEqual(rows.map((row) => row.map(plain)));
    }),
  );
});

test('the name of the file says what was searched for', () => {
  expect(csvFileName('Traduction, français: “C++”', '2026-11-28')).toBe(
    'traduction-français-c-2026-11-28.csv',
  );
  expect(csvFileName('', '2026-11-28')).toBe('2026-11-28.csv');
});
