import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finishPage } from './finish-page';

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
const integrityOf = (path: string) => (path.startsWith('/assets/') ? `sha256-of-${path}` : undefined);
const finished = (html: string) => finishPage(html, integrityOf);

const script = 'say("œuvre – ñandú")';
const policy = (...hashes: string[]) =>
  `<meta http-equiv="content-security-policy" content="script-src 'self' ${hashes.join(' ')}; style-src 'self';">`;

describe('a page that Astro has made', () => {
  it('keeps the hashes of its own scripts and styles in its policy, and no others', () => {
    const page = (...hashes: string[]) =>
      `<html><head>${policy(...hashes)}<script>${script}</script></head><body><p>Où ? ${hash('text')}</p></body></html>`;
    expect(finished(page(hash('of another page'), hash(script)))).toBe(page(hash(script)));
  });

  it('has the style of its islands in its head', () => {
    const style = '<style>astro-island{display:contents}</style>';
    const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;
    expect(finished(page('', `<p>É</p>${style}<p>$&</p>`))).toBe(page(style, '<p>É</p><p>$&</p>'));
  });

  it('has no ids of islands, which depend on the folder of the checkout', () => {
    const page = (first: string, second: string) =>
      `<astro-island${first} prefix="r0" props="{&quot;uid&quot;:1}"><p>É</p></astro-island><p uid="x">uid="y"</p><astro-island${second} ssr></astro-island>`;
    expect(finished(page(' uid="Z1JyAQW"', ' uid="fmnoW"'))).toBe(page('', ''));
  });

  it('names the integrity of the scripts, modules and style sheets that it loads', () => {
    const page = (of: (path: string) => string) =>
      [
        `<link rel="stylesheet" href="/assets/a.css"${of('/assets/a.css')}>`,
        `<link rel="modulepreload" href="/assets/b.js"${of('/assets/b.js')}>`,
        `<script type="module" src="/assets/c.js"${of('/assets/c.js')}></script>`,
        '<link rel="alternate" href="/en/feed.xml"><script src="/elsewhere/d.js"></script>',
      ].join('');
    const named = page((path) => ` integrity="sha256-of-${path}"`);
    expect(finished(page(() => ''))).toBe(named);
    expect(finished(named)).toBe(named);
  });

  it('is read by its tags: a text in an attribute may look like one', () => {
    const text = `<!--<script></head><style>astro-island{display:none}</style><script src='/assets/c.js'>`;
    const page = (hashes: string[], head: string) =>
      `<html><head>${policy(...hashes)}<meta name="description" content="${text}"><script>${script}</script>${head}</head><body>É</body></html>`;
    expect(finished(page([hash('of another page'), hash(script)], ''))).toBe(page([hash(script)], ''));
  });

  it('stays as it is once it is finished, or where there is nothing to put right', () => {
    for (const html of [`<html>${policy(hash(script))}<script>${script}</script></html>`, '<p>É'])
      expect(finished(finished(html))).toBe(finished(html));
    expect(finished('<p>É')).toBe('<p>É');
  });
});
