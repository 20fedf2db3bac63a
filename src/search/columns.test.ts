import { describe, expect, it } from 'vitest';
import { ColumnsError, packColumn, packIds, readColumns, unpackColumn, type Columns } from './columns';

describe('a packed column', () => {
  it('holds each set of values once', () => {
    const packed = packColumn([['web', 'data'], [], ['data', 'web'], ['web']]);
    expect(packed).toEqual({ values: ['data', 'web'], sets: [[0, 1], [], [1]], rows: [0, 1, 0, 2] });
    expect(unpackColumn(packed)).toEqual({ sets: [['data', 'web'], [], ['web']], rows: [0, 1, 0, 2] });
  });

  it('is refused where an index leads nowhere', () => {
    expect(() => unpackColumn({ values: ['a'], sets: [[1]], rows: [] })).toThrow(ColumnsError);
    expect(() => unpackColumn({ values: [], sets: [], rows: [0] })).toThrow(ColumnsError);
  });
});

describe('packed ids', () => {
  it('stand behind each other, or apart where their lengths differ', () => {
    expect(packIds(['fr_8f20622', 'fr_03aa1b9'])).toBe('8f2062203aa1b9');
    expect(packIds(['fr_8f20622', 'fr_03aa1b9c'])).toBe('8f20622 03aa1b9c');
  });
});

describe('readColumns', () => {
  it('refuses another version', () => {
    expect(() => readColumns({ version: 99 } as Columns)).toThrow('version 99');
  });
});
