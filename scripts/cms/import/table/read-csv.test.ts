import { describe, expect, it } from 'vitest';
import { OperatorError } from '@/model/operator-error';
import { readCsv } from './read-csv';

/** Rows as plain objects. */
function rowsOf(text: string) {
  return readCsv(text).rows.map(({ number, cells, fault }) => ({
    number,
    ...Object.fromEntries(cells),
    ...(fault && { fault: fault.message }),
  }));
}

describe('readCsv', () => {
  it.each([
    ['commas', 'a,b\n1,"x; y"\n'],
    ['semicolons', 'a;b\n1;x; y\n'.replace('x; y', '"x; y"')],
    ['tabs', 'a\tb\n1\tx; y\n'],
  ])('finds out that cells are separated by %s', (_, text) => {
    expect(rowsOf(text)).toEqual([{ number: 2, a: '1', b: 'x; y' }]);
  });

  it('takes line ends of every kind in one file, and keeps those within a cell', () => {
    expect(rowsOf('a,b\r\n1,"x\r\ny"\r2,z\n3,')).toEqual([
      { number: 2, a: '1', b: 'x\r\ny' },
      { number: 3, a: '2', b: 'z' },
      { number: 4, a: '3' },
    ]);
  });

  it('passes over blank rows, and numbers the others as the sheet does', () => {
    expect(rowsOf('a,b\n\n , \n1,2\n')).toEqual([{ number: 4, a: '1', b: '2' }]);
  });

  it('takes quotation marks within a cell, doubled or not', () => {
    expect(rowsOf('a\n"say ""so"""\nsay "so"\n')).toEqual([
      { number: 2, a: 'say "so"' },
      { number: 3, a: 'say "so"' },
    ]);
  });

  it('names a row that has more cells than there are columns', () => {
    expect(rowsOf('a,b\n1,2,3\n4,5,\n')).toEqual([
      { number: 2, a: '1', b: '2', fault: 'has 3 cells, and the header names 2 columns' },
      { number: 3, a: '4', b: '5' },
    ]);
  });

  it('keeps what stands below no name', () => {
    expect(rowsOf('a,,c\n1,2,3\n')).toEqual([{ number: 2, a: '1', 'column 2': '2', c: '3' }]);
  });

  it.each([
    ['a\n"b', 'a cell that begins with a quotation mark and never ends'],
    [' , \n , ', 'The file is empty.'],
  ])('refuses %j', (text, message) => {
    expect(() => readCsv(text)).toThrow(OperatorError);
    expect(() => readCsv(text)).toThrow(message);
  });
});
