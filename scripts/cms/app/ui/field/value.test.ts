import { describe, expect, it } from 'vitest';
import { isEmpty, moveItem, readNumber, withPart } from './value';

describe('values in a form', () => {
  it.each([[undefined], [null], [''], [[]], [{}], [{ a: undefined, b: '' }]])('%j is nothing', (value) => {
    expect(isEmpty(value)).toBe(true);
  });

  it.each([[0], [false], ['x'], [[undefined]], [{ a: 0 }]])('%j is something', (value) => {
    expect(isEmpty(value)).toBe(false);
  });

  it('are taken out of a group when they are cleared', () => {
    expect(withPart({ a: 1, b: 2 }, 'a', '')).toEqual({ b: 2 });
    expect(withPart({ a: 1, b: 2 }, 'a', false)).toEqual({ a: false, b: 2 });
  });

  it('are moved by one place, but not beyond the ends', () => {
    expect(moveItem(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moveItem(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moveItem(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['2,5', 2.5],
    [' -3 ', -3],
    ['1.25', 1.25],
    ['', undefined],
    ['1 000', undefined],
    ['ten', undefined],
  ])('“%s” is the number %s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});
