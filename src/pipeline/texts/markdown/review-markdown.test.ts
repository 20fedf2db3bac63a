import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { createLinkResolver, type LinkResolver } from './resolve-link';
import { reviewMarkdown } from './review-markdown';

const anywhere = createLinkResolver('https://v.example');

/** Where links lead in a site whose only page is `/en/`. */
const resolve: LinkResolver = (link) => {
  const resolved = anywhere(link);
  if ('fault' in resolved || resolved.path === undefined || resolved.path === '/en/') return resolved;
  return { fault: { kind: 'nowhere', reason: 'the site doesn’t have', hint: 'Correct it.' } };
};

const said = (text: string) =>
  reviewMarkdown(text, resolve).findings.map(({ code, message }) => `${code}: ${message}`);

const kept = (text: string) => reviewMarkdown(text, resolve).markdown.trim();

describe('what readers will miss of a Markdown text', () => {
  it.each([
    'Plain words, a list:\n- [ ] one\n- <br> two',
    '[a](https://example.org) <https://example.org> [b](mailto:a@b.example) [c](tel:+221) [d](/en/)',
    'www.example.org and a@b.example',
    'x[^1]\n\n[^1]: note\n\n<!-- for ourselves -->',
    '`<script>` \\<b> 3 < 4',
    '[a@b.example](mailto:%20a@b.example,) [Write](mailto:ngo@real.org?subject=Hello%20you&Body=a%20b) [b@a.example](MAILTO:B@a.example)',
    '[Yoast.com’s guide](https://yoast.com/seo/) [fr.wikipedia.org](https://fr.wikipedia.org/wiki/x)',
    '[Wikipedia.org](https://fr.wikipedia.org) [Node.js, e.g. 3.5.1](https://a.example) [report.pdf](https://a.example)',
    '[How Formspree.io stores it](/en/) [pay](https://a.example/?to=paypal.com)',
  ])('nothing of %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  const dead = (to: string, why: string) =>
    `text-link-dead: has a link to “${to}”, which ${why}; its words are shown without it`;
  const refused = (to: string, why: string) =>
    `text-link-refused: has a link to “${to}”, which ${why}; its words are shown without it`;

  it.each([
    [
      `${'> '.repeat(1900)}a`,
      'text-left-out: has more than 20 quotation or list signs before one line, which is left out',
    ],
    ['[a](/en/gone/)', dead('/en/gone/', 'the site doesn’t have')],
    ['[a][b]\n\n[b]: /en/gone/', dead('/en/gone/', 'the site doesn’t have')],
    ['[a](example.org)', dead('example.org', 'leads nowhere')],
    ['> [b]:\n> gone', dead('gone', 'leads nowhere')],
    ['[a](&#106;avascript:x)', dead('javascript:x', 'leads nowhere')],
    [
      '[ngo@real.org](mailto:spy@real.org)',
      refused('mailto:spy@real.org', 'writes to spy@real.org, while its words say ngo@real.org'),
    ],
    [
      '[ngo@real.org](mailto:ngo@real.org,spy@real.org)',
      refused('mailto:ngo@real.org,spy@real.org', 'writes to spy@real.org, while its words say ngo@real.org'),
    ],
    ['![a](b.png)', 'text-left-out: has a picture, which is left out'],
    ['a <b>c</b> <b>d</b>', 'text-left-out: has HTML, “<b>”, which is left out'],
    ['<div>\nlost\n</div>', 'text-left-out: has HTML, “<div> lost </div>”, which is left out'],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it.each([
    '[paypal.com/login now](https://evil.example)',
    '[Log in at paypal.com](https://evil.example)',
    '[paypal。com](https://evil.example)',
    '[pay*pal*.com](https://evil.example)',
    '[paypal&#46;com](https://evil.example)',
    '[pay<!-- -->pal.com](https://evil.example)',
    '[paypal.com<br>now](https://evil.example)',
    '[paypal.com\\\nnow](https://evil.example)',
  ])('the link of %s, whose words name another host', (text) => {
    const why = 'leads to evil.example, while its words say paypal.com';
    expect(said(text)).toEqual([refused('https://evil.example', why)]);
  });

  it.each(['bcc', 'CC', 'to', '%62cc', 'subject=a&amp;bcc'])('an e-mail with the header %s', (header) => {
    const text = `[ngo@real.org](mailto:ngo@real.org?${header}=spy@evil.example)`;
    expect(said(text).join('\n')).toMatch(/^text-link-refused: .* sets “(?:cc|bcc|to)” of the e-mail; .*$/);
  });

  it.each(['*21*123%23', '*21*123#', '%2A21', '+', '++33', '33;ext=4'])('a call of %s', (number) => {
    const message = refused(`tel:${number}`, 'is no telephone number');
    expect(said(`[call](tel:${number})`)).toEqual([message]);
  });

  it.each([
    ['[a _b_](/en/gone/) and [c](/en/)', 'a _b_ and [c](/en/)'],
    ['[a](/\\evil.example)', 'a'],
    ['[a](/été/)', 'a'],
    ['[a][b] ![c][b] d\n\n[b]: gone', 'a  d'],
    ['https://user@evil.example', '`https://user@evil.example`'],
    ['[ht](gone)tps://user@evil.example', 'https://<user@evil.example>'],
    ['[ww](gone)w.a.example/été', 'www.a.example/été'],
    ['[good.example](https://evil.example)', 'good.example'],
    ['[a](https://example.org)', '[a](https://example.org)'],
    ['[a](gone) [b](tel:+33%20(0)1-23.45)', 'a [b](tel:+3301-2345)'.replace('-', '')],
  ])('leaves the words of a refused link: %s', (text, words) => {
    const plain = (markdown: string) => markdown.replaceAll(/\\(?=[.:@])/g, '');
    expect(plain(kept(text))).toBe(plain(words));
  });

  it('is the same whether a text was worth parsing or had to be', () => {
    const piece = fc.constantFrom(
      ...'[]()<>\\`"! #\n',
      ...['](', '[a](', '[b]: ', '[^1]', '[^1]: ', '\n\n', '> ', '- ', '&#106;', '<b>', '<br>'],
      ...['/en/', '/en/gone/', 'gone', 'https://a.example', 'javascript:', 'www.a.example'],
    );
    const picture = '![p](q)';
    const others = (text: string) => said(text).filter((line) => !line.includes('has a picture'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(others(text)).toEqual(others(`${picture}\n\n${text}`));
      }),
      { numRuns: randomRuns(1000) },
    );
  });
});

it('writes a changed text without white space around it, as the model has it', () => {
  const { markdown } = reviewMarkdown(
    'See [this](javascript:void%200).',
    createLinkResolver('https://v.example'),
  );
  expect(markdown).toBe('See this.');
});
