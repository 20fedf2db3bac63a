import { describe, expect, it } from 'vitest';
import { formatHeadersFile, formatRedirectsFile } from './host-files';
import { cacheControl, responseHeaders, httpsHeaders } from './site-headers';

/** A line below a pattern of `_headers`: a header with its value, or one that is taken away. */
interface HeaderLine {
  readonly name: string;
  readonly value: string | undefined;
}

/** The rules of a `_headers` file that match a path, in order. A `*` at the end of a pattern is the rest. */
function matching(file: string, pathname: string): HeaderLine[] {
  return file
    .trim()
    .split('\n\n')
    .flatMap((rule) => {
      const [pattern = '', ...lines] = rule.split('\n');
      const source = pattern.replace(/\*$/, '.*');
      const isMatch = new RegExp(`^${source}$`).test(pathname);
      return isMatch ? lines : [];
    })
    .map((line) => {
      const [, removed, name = '', value] = /^ {2}(?:! (\S+)|([\w-]+): (.+))$/.exec(line) ?? [];
      return { name: removed ?? name, value };
    });
}

/** The headers that each host sends, by its documentation. */
const hosts = {
  cloudflare: (lines: readonly HeaderLine[]) => {
    const sent = new Headers();
    for (const { name, value } of lines) {
      if (value === undefined) sent.delete(name);
      else sent.append(name, value);
    }
    return Object.fromEntries(sent);
  },
  netlify: (lines: readonly HeaderLine[]) => {
    const sent = new Headers();
    for (const { name, value } of lines) if (value !== undefined) sent.set(name, value);
    return Object.fromEntries(sent);
  },
};

describe('_headers', () => {
  const file = formatHeadersFile('https://a.example');

  it.each(Object.entries(hosts))('gives every file the headers of their source at %s', (_host, sentBy) => {
    const pages = ['/', '/404.html', '/en/', '/fr/missions/', '/nowhere', '/embed/en/opportunities/a/'];
    const files = [
      'icon.svg',
      'sw.js',
      'pagefind/en/pagefind.js',
      'assets/a.js',
      'media/a.webp',
      'share/en/a.pdf',
    ];
    const data = ['/data/v1/index.json', '/data/v1/opportunities/a.ics'];
    const paths = [...pages, ...files.map((file) => `/${file}`), ...data];
    for (const pathname of paths) {
      const expected = new Headers({ ...responseHeaders(pathname, 200), ...httpsHeaders });
      // Without a rule, both hosts make browsers check files for changes.
      if (expected.get('Cache-Control') === cacheControl.fresh) expected.delete('Cache-Control');
      expect(sentBy(matching(file, pathname)), pathname).toEqual(Object.fromEntries(expected));
    }
  });

  it('stays within the limits of Cloudflare Pages: 100 rules, 2,000 characters a line', () => {
    expect(file.split('\n\n').length).toBeLessThanOrEqual(100);
    expect(Math.max(...file.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
  });

  it('asks for HTTPS only where the site is served by it', () => {
    expect(file).toContain('  Strict-Transport-Security: max-age=31536000\n');
    expect(formatHeadersFile('http://localhost:4321')).not.toContain('Strict-Transport-Security');
  });
});

describe('_redirects', () => {
  it('leads on from what moved for good, and names a page for what isn’t there in each language', () => {
    const redirects = [
      { locale: 'fr', from: '/fr/récits/a/', to: '/fr/récits/b/', entry: 'story/b' },
    ] as const;
    expect(formatRedirectsFile({ byLocale: new Map(), locales: ['en', 'fr'] }, redirects)).toBe(
      '/fr/r%C3%A9cits/a/ /fr/r%C3%A9cits/b/ 301\n/en/* /en/404.html 404\n/fr/* /fr/404.html 404\n',
    );
  });
});
