import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownToHtml, markdownToText } from './markdown';

describe('Markdown', () => {
  it('puts headings below those of the page', () => {
    expect(markdownToHtml('# One\n\n## Two')).toBe('<h3>One</h3>\n<h4>Two</h4>');
    expect(markdownToHtml('# One', 2)).toBe('<h2>One</h2>');
    expect(markdownToHtml('### Three\n\n#### Four', 2)).toBe('<h2>Three</h2>\n<h3>Four</h3>');
  });

  it('keeps lists, tables, emphasis and safe links', () => {
    expect(markdownToHtml('- **a** [b](https://example.org)')).toBe(
      '<ul>\n<li><strong>a</strong> <a href="https://example.org">b</a></li>\n</ul>',
    );
    expect(markdownToHtml('| a |\n|---|\n| b |')).toContain('<th scope="col">a</th>');
    expect(markdownToHtml('[x](mailto:a@b.example) [y](/en/)')).toContain('href="/en/"');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,<script>1</script>)',
    '![x](https://elsewhere.example/a.png)',
    '<a href="javascript:alert(1)" style="color:red" onclick="x()">x</a>',
    '<iframe src="https://elsewhere.example"></iframe>',
  ])('makes %s harmless', (text) => {
    expect(markdownToHtml(text)).not.toMatch(
      /<script|<img|<iframe|javascript:|data:|onerror|onclick|style=/i,
    );
  });

  it('never yields a script, a handler or a foreign picture, whatever is written', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '(',
      ')',
      '[',
      ']',
      '!',
      'javascript:',
      'script',
      ' onload=',
      'img',
      '&',
      '\n',
      '`',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = markdownToHtml(pieces.join(''));
        expect(html).not.toMatch(/<(?:script|img|svg|iframe|style)\b|<[^>]*\son\w+=|href="javascript:/i);
      }),
      { numRuns: 300 },
    );
  });

  it('becomes plain words', () => {
    expect(markdownToText('# A\n\n- **b** [c](https://x.example)\n- d<br>e')).toBe('A b c d e');
  });
});
