import { describe, expect, it } from 'vitest';
import { headersFile, redirectsFile } from './host-files';

/** Patterns of a `_headers` file with the names of their headers. */
function rules(file: string): (readonly [string, string[]])[] {
  return file
    .trim()
    .split('\n\n')
    .map((rule) => {
      const [pattern = '', ...lines] = rule.split('\n');
      return [pattern, lines.map((line) => line.trim().split(': ')[0] ?? '')] as const;
    });
}

describe('_headers', () => {
  it('says each header in one rule for a file: Cloudflare sends what two rules say', () => {
    const [[everywhere, common] = ['', []], ...others] = rules(
      headersFile('https://a.example', ['en', 'fr']),
    );
    expect(everywhere).toBe('/*');
    expect(others).toEqual([
      ...['/', '/en/*', '/fr/*'].map((pattern) => [pattern, ['Content-Security-Policy']]),
      ...['/assets/*', '/media/*', '/share/*'].map((pattern) => [pattern, ['Cache-Control']]),
    ]);
    expect(common).not.toContain('Content-Security-Policy');
    expect(common).not.toContain('Cache-Control');
  });

  it('asks for HTTPS only where the site is served by it', () => {
    expect(headersFile('https://a.example', [])).toContain('  Strict-Transport-Security: max-age=31536000\n');
    expect(headersFile('http://localhost:4321', [])).not.toContain('Strict-Transport-Security');
  });
});

describe('_redirects', () => {
  it('leads on from what moved for good, and names a page for what isn’t there in each language', () => {
    const moved = [{ locale: 'fr', from: '/fr/récits/a/', to: '/fr/récits/b/', entry: 'story/b' }] as const;
    expect(redirectsFile({ site: { byLocale: new Map(), locales: ['en', 'fr'] }, moved })).toBe(
      '/fr/r%C3%A9cits/a/ /fr/r%C3%A9cits/b/ 301\n/en/* /en/404.html 404\n/fr/* /fr/404.html 404\n',
    );
  });
});
