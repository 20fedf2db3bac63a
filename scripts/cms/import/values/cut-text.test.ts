import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text';

describe('cutText', () => {
  it.each([
    ['Translate a handbook', 20, 'Translate a handbook'],
    ['Translate a handbook', 15, 'Translate a…'],
    ['Translate a handbook', 10, 'Translate…'],
    ['Read, write, count', 12, 'Read, write…'],
    ['x'.repeat(30), 10, `${'x'.repeat(9)}…`],
    ['🙂'.repeat(10), 10, `${'🙂'.repeat(4)}…`],
  ])('%s in %i characters is %s', (text, longest, expected) => {
    expect(cutText(text, longest)).toBe(expected);
  });
});
