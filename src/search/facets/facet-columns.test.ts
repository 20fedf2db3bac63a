import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packClosing, packColumn, readColumns, unpackColumn, type FacetColumns } from './facet-columns';

describe('a packed column', () => {
  it('has a sign for each value, in the order of each row', () => {
    const packed = packColumn([['web', 'data'], [], ['data', 'data'], ['web'], ['data'], ['data', 'web']]);
    expect(packed).toEqual({ values: ['data', 'web'], rows: '$#  # $ # #$' });
    expect(unpackColumn(packed, 6)).toEqual({
      sets: [['web', 'data'], [], ['data'], ['web'], ['data', 'web']],
      rows: [0, 1, 2, 3, 2, 4],
    });
  });

  it('comes back whatever it holds', () => {
    const anyRows = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 600 }).map(String), { maxLength: 4 }));
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { sets, rows: numbered } = unpackColumn(packColumn(rows), rows.length);
        expect(numbered.map((set) => sets[set])).toEqual(rows);
      }),
    );
  });
});

describe('the instant of a closing', () => {
  it('is a day and a minute of it, and comes to the same again', () => {
    expect(packClosing(undefined)).toEqual({ closes: [], closesAt: [] });
    expect(packClosing(Date.parse('1970-01-03T22:30:00Z'))).toEqual({ closes: ['2'], closesAt: ['1350'] });
    const anyMinute = fc.integer({ min: -1e6, max: 60_000_000 });
    fc.assert(
      fc.property(anyMinute, (minute) => {
        const { closes, closesAt } = packClosing(minute * 60_000);
        expect(Number(closes[0]) * 1440 + Number(closesAt[0])).toBe(minute);
      }),
    );
  });
});

describe('readColumns', () => {
  it('refuses another version', () => {
    expect(() => readColumns({ version: 99 } as FacetColumns)).toThrow('format 99');
  });
});
