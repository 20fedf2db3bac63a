import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { markdownToHtml, markdownToText } from './markdown';

describe('Markdown', () => {
  it.each([
    ['# One\n\n## Two', 3, '<h3>One</h3>\n<h4>Two</h4>'],
    ['# One', 2, '<h2>One</h2>'],
    ['### Three\n\n#### Four', 2, '<h2>Three</h2>\n<h3>Four</h3>'],
  ] as const)('puts the headings of %j below those of the page, from level %d on', (text, top, html) => {
    expect(markdownToHtml(text, top)).toBe(html);
  });

  it.each([
    ['# A\n### B\n#### C\n## D\n# E', ['h3', 'h4', 'h5', 'h4', 'h3']],
    ['### A\n# B\n###### C', ['h3', 'h3', 'h4']],
    ['# A\n## B\n### C\n#### D\n##### E', ['h3', 'h4', 'h5', 'h6', 'h6']],
    ['# A\n#\n## B', ['h3', 'h4']],
    ['> ## A\n\n- # B\n\n# C\n## D', ['h3', 'h3', 'h3', 'h4']],
  ])('skips no level of headings and keeps no empty one: %s', (text, levels) => {
    expect(markdownToHtml(text).match(/(?<=<)h\d/g)).toEqual(levels);
  });

  it('aligns cells by a class, and has no header without words', () => {
    const html = markdownToHtml('| a | b | |\n|:-:|--:|:--|\n| 1 | 2 | 3 |');
    expect(html.replaceAll('\n', '')).toBe(
      '<table><thead><tr><th scope="col" class="align-center">a</th><th scope="col" class="align-end">b</th><td></td></tr></thead>' +
        '<tbody><tr><td class="align-center">1</td><td class="align-end">2</td><td>3</td></tr></tbody></table>',
    );
  });

  it('says footnotes in plain words, in the language of the text and without ids', () => {
    expect(markdownToHtml('L’eau[^1] manque[^s].\n\n[^1]: Chiffre de 2024.\n[^s]: - un\n')).toBe(
      '<p>L’eau[1] manque[s].</p>\n<p>[1] Chiffre de 2024.</p>\n<p>[s]</p>\n<ul>\n<li>un</li>\n</ul>',
    );
  });

  it('says in words whether a task of a list is done', () => {
    expect(markdownToHtml('- [x] read\n- [ ] *write*\n- rest')).toBe(
      '<ul>\n<li>☑ read</li>\n<li>☐ <em>write</em></li>\n<li>rest</li>\n</ul>',
    );
  });

  it.each([
    ['a<br>b<BR />c', '<p>a<br>\nb<br>\nc</p>'],
    ['| a<br>b |\n|---|', '<table>\n<thead>\n<tr>\n<th scope="col">a<br>\nb</th>\n</tr>\n</thead>\n</table>'],
    ['<br>\n\na', '<p>a</p>'],
  ])('breaks a line where <br> is written in one: %j', (text, html) => {
    expect(markdownToHtml(text)).toBe(html);
  });

  it.each([
    '[a](#part)',
    '[a](example.org)',
    '[a](//elsewhere.example)',
    '[a](/\\\\elsewhere.example)',
    '[a]()',
    '[a](ftp://elsewhere.example)',
  ])('makes no link of what leads nowhere: %s', (text) => {
    expect(markdownToHtml(text)).toBe('<p>a</p>');
  });

  it('gives a link without words its address for them', () => {
    expect(markdownToHtml('[![x](y.png)](https://example.org)')).toBe(
      '<p><a href="https://example.org">https://example.org</a></p>',
    );
  });

  it('has no sign that turns the direction, not even a written one', () => {
    expect(markdownToHtml('a &#8238;b `c\u202E`')).toBe('<p>a b <code>c</code></p>');
    expect(markdownToText('a &#x2067;b')).toBe('a b');
  });

  it('keeps lists, tables, emphasis and safe links', () => {
    expect(markdownToHtml('- **a** [b](https://example.org)')).toBe(
      '<ul>\n<li><strong>a</strong> <a href="https://example.org">b</a></li>\n</ul>',
    );
    expect(markdownToHtml('| a |\n|---|\n| b |')).toContain('<th scope="col">a</th>');
    expect(markdownToHtml('[x](mailto:a@b.example) [y](/en/)')).toContain('href="/en/"');
  });

  it('is valid HTML, whatever is written', async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ['html-validate:recommended'],
      // Style of source code; and the words that readers see may be any.
      rules: {
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'no-raw-characters': 'off',
        'attr-quotes': 'off',
        'tel-non-breaking': 'off',
      },
    });
    const line = fc.constantFrom(
      ...['# A', '### B', '#', '###### C', '| a | |\n|:-:|--:|\n| 1 | |', '- [ ] t', '- [x]', '1. a', '3. b'],
      ...['> q', 'x[^1]', '[^1]: n', '[^1]: - n', '[^2]', '[a](/en/)', '[](/en/)', '[a](#b)', '![p](q.png)'],
      ...['[![p](q)](/en/)', '<br>', 'a<br>b', '<div>', '<b>x</b>', '```\ncode\n```', '~~d~~', '***', '`c`'],
      ...['', '    pre', '- ', '*e*'],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\n\n'),
        async (parts, joint) => {
          const html = `<h2>Page</h2>${markdownToHtml(parts.join(joint), 3)}`;
          const { results } = await validator.validateString(html);
          expect(
            results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
          ).toEqual([]);
        },
      ),
      { numRuns: randomRuns(80) },
    );
  });

  it('becomes plain words', () => {
    expect(markdownToText('# A\n\n- **b** [c](https://x.example)\n- d<br>e')).toBe('A b c d e');
  });
});
