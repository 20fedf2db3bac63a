/** Whatever address is written, the one that is published is the one that was checked. */
import fc from 'fast-check';
import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { createLinkResolver, type LinkResolver } from '@/pipeline/texts/markdown/resolve-link';
import { reviewMarkdown } from '@/pipeline/texts/markdown/review-markdown';
import { markdownToHtml } from '@/pipeline/texts/markdown';

const siteUrl = 'https://volunteer.example';
const pages = new Set(['/en/', '/fr/missions/']);
const anywhere = createLinkResolver(siteUrl);
const resolve: LinkResolver = (link) => {
  const resolved = anywhere(link);
  if ('fault' in resolved || resolved.path === undefined || pages.has(resolved.path)) return resolved;
  return { fault: { kind: 'nowhere', reason: 'the site doesn’t have', hint: '' } };
};

function hrefsIn(html: string): string[] {
  const visit = (node: DefaultTreeAdapterTypes.Node): string[] => [
    ...(tree.isElementNode(node)
      ? node.attrs.filter(({ name }) => name === 'href').map(({ value }) => value)
      : []),
    ...('childNodes' in node ? node.childNodes.flatMap(visit) : []),
  ];
  return visit(parseFragment(html));
}

/** What a browser goes to from a page of the site. */
const target = (href: string) => new URL(href, `${siteUrl}/fr/missions/x/`);

/** Everything that is wrong with where a text leads. */
function faultsOf(markdown: string): string[] {
  return hrefsIn(markdownToHtml(reviewMarkdown(markdown, resolve).markdown)).flatMap((href) => {
    const url = target(href);
    const checked = resolve({ url: href, words: '' });
    const isOther = 'fault' in checked || target(checked.href).href !== url.href;
    const isDead = url.origin === siteUrl && !pages.has(url.pathname);
    const isHidden = url.username !== '' || url.password !== '';
    const isElsewhere = !/^(?:https?|mailto|tel):$/.test(url.protocol);
    return isOther || isDead || isHidden || isElsewhere ? [`${href} -> ${url.href}`] : [];
  });
}

const addresses = [
  '/\\evil.example', '/\\/evil.example', '//evil.example', '///evil.example', '\\\\evil.example', '\\evil.example',
  '/.//evil.example', '/..//evil.example', '/%2e%2e//evil.example', '/\t/evil.example', '/&Tab;/evil.example',
  '/&NewLine;/evil.example', '/&#92;evil.example', '\u0001//evil.example', 'http:/x', 'http:x', 'https:host',
  'https:/evil.example', 'https:\\\\evil.example', 'https:evil.example', 'HTTPS:/\\evil.example',
  'ht&Tab;tps://evil.example', 'https://good.example@evil.example', 'https://good.example\\@evil.example',
  'https://good.example%40evil.example', 'https://user:pw@evil.example', 'https://evil.example\\@good.example',
  'https://раypal.example', 'https://аррӏе.example', 'https://xn--80ak6aa92e.example', 'https://écoles.example',
  'java&Tab;script:alert(1)', 'javascript&colon;alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x',
  'blob:https://a.example/x', 'ftp://a.example', 'file:///etc/passwd', 'about:blank', 'view-source:https://a.example',
  '/été/', '/en/', '/en', '/en/?q=é&b', '/en/#é', '/%65n/', '/en/%2e%2e/fr/', '/en/../gone/', '/gone/', 'gone', './',
  '#a', '?q', '', ' ', 'mailto:a@b.example', 'mailto:a@раypal.example', 'mailto:a@b.example?bcc=c@d.example', 'tel:+22',
  'https://volunteer.example/en/', 'https://volunteer.example/gone/', 'https://volunteer.example:443/en/',
  'https://volunteer.example./en/', 'https://x@volunteer.example/en/', 'http://volunteer.example/gone/', 'https://',
  'https://exa mple.org', 'https://[::1]/', 'https://0x7f.1/', 'https://a.example/%zz|[]^`{}', 'https://a.example/?"<>',
]; // prettier-ignore

/** The ways in which Markdown writes a link. */
const forms: readonly ((url: string, words: string) => string)[] = [
  (url, words) => `[${words}](${url})`,
  (url, words) => `[${words}](<${url}> "title")`,
  (url, words) => `[${words}][r]\n\n[r]: ${url}`,
  (url, words) => `[r] ${words}\n\n[r]: <${url}>`,
  (url) => `<${url}>`,
  (url, words) => `${words} ${url} ${words}`,
  (url, words) => `| [${words}](${url}) |\n|-|\n| ${url} |`,
  (url, words) => `> - **[*${words}* ![p](q)](${url})**`,
  (url, words) => `[${words}](/gone/)${url}`,
  (url) => `[ht](/gone/)tps${url.slice(5)} [ww](gone)w.evil.example`,
];

describe('the address of a link that is published', () => {
  it.each(addresses)('%s', (address) => {
    for (const form of forms) expect(faultsOf(form(address, 'a'))).toEqual([]);
  });

  it('is the one that was checked, however it is put together', () => {
    const sign = fc.constantFrom(
      ...'/\\:@?#.%\t \u0000\u200B\u3002／＠ｅéа[]()<>|^`"&*_',
      ...['%2f', '%5c', '%00', '&#9;', '&#92;', '&sol;', '//', 'en', 'evil.example', 'volunteer.example'],
      ...['xn--', 'https:', 'http:', 'mailto:', 'javascript:', 'www.'],
    );
    const address = fc.oneof(
      fc
        .tuple(fc.constantFrom(...addresses), fc.array(sign, { maxLength: 4 }))
        .map(([a, b]) => a + b.join('')),
      fc.array(sign, { maxLength: 8 }).map((signs) => signs.join('')),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    );
    const words = fc.oneof(fc.constantFrom('a', '', 'good.example', 'https://good.example'), address);
    fc.assert(
      fc.property(fc.constantFrom(...forms), address, words, (form, url, text) => {
        expect(faultsOf(form(url, text))).toEqual([]);
      }),
      { numRuns: randomRuns(400) },
    );
  });
});
