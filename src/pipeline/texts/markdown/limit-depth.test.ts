import { describe, expect, it } from 'vitest';
import { markdownToHtml, markdownToText } from '../markdown';
import { limitDepth } from './limit-depth';

describe('limitDepth', () => {
  it('leaves alone what people write', () => {
    const texts = [
      '- a\n  - b\n    - c',
      '> > quoted',
      '* * *',
      '-- a',
      '1. 2. 3. go',
      '**a**',
      '2027. A year',
    ];
    for (const text of texts) expect(limitDepth(text)).toBe(text);
    const deep = `${'> '.repeat(20)}a`;
    expect(limitDepth(deep)).toBe(deep);
  });

  it.each(['> ', '>', '- ', '+ ', '12) ', '> - ', '  * '])('ends at twenty of “%s” on a line', (sign) => {
    const text = `before\n\n${sign.repeat(1900)}x\n\nafter`;
    expect(markdownToText(text)).toMatch(/^before.*x after$/);
    expect(markdownToHtml(text).match(/<(?:blockquote|li)>/g)).toHaveLength(20);
  });
});
