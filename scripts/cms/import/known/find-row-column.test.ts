import { expect, it } from 'vitest';
import { readCsv } from '../table/read-csv';
import { findRowColumn } from './find-row-column';

const find = (name: string, references: readonly string[], last = '') =>
  findRowColumn(
    readCsv(
      [
        `${name},title,summary,hours`,
        ...references.map((reference, index) => `${reference},Title ${index},Summary ${index},2`),
        last,
      ].join('\n'),
    ),
  );

it('a column of references is found in three languages, also where rows are repeated, lack one, or are a total', () => {
  const references = ['M-1', 'M-2', 'M-3', 'M-4', 'M-4', 'M-5', ''];
  for (const name of ['Reference', 'Référence', 'Referencia'])
    expect(find(name, references, 'TOTAL,,,14')).toBe(name);
});

it('numbers that count the rows, and values that many rows share, are no references', () => {
  expect(find('No', ['1', '2', '3'])).toBeUndefined();
  expect(find('Code', ['teaching', 'teaching', 'health', 'health'])).toBeUndefined();
  expect(find('Reference', ['M-1', '', ''])).toBeUndefined();
});
