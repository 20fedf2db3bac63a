import { expect, it, test } from 'vitest';
import { fingerprint, hasExpectedType } from './check-response';

const fits = (pathname: string, type: string) =>
  hasExpectedType(`https://site.example${pathname}`, { headers: new Headers({ 'Content-Type': type }) });

it.each([
  ['/assets/site.abc.css', 'text/css; charset=utf-8'],
  ['/assets/page.abc.js', 'text/javascript'],
  ['/assets/page.abc.js', 'application/javascript; charset=utf-8'],
  ['/assets/words.abc.json', 'application/json'],
  ['/media/logo-320.avif', 'image/avif'],
  ['/en/', 'text/html; charset=utf-8'],
])('takes %s as %s', (path, type) => {
  expect(fits(path, type)).toBe(true);
});

it.each(['/assets/site.abc.css', '/assets/page.abc.js', '/assets/words.abc.json', '/media/logo-320.avif'])(
  'refuses a page in the place of %s',
  (path) => {
    expect(fits(path, 'text/html; charset=utf-8')).toBe(false);
    expect(fits(path, '')).toBe(false);
  },
);

test('a fingerprint is of the path and the content', async () => {
  const content = new TextEncoder().encode('a');
  const own = await fingerprint('/assets/a.css', content);
  // printf '/assets/a.css\na' | sha256sum, the first five letters in Base64
  expect(own).toBe('xD8NI');
  expect(await fingerprint('/assets/b.css', content)).not.toBe(own);
  expect(await fingerprint('/assets/a.css', new TextEncoder().encode('b'))).not.toBe(own);
});
