import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readBuildFolder } from './build-folder';
import { compareBuilds, firstDifference, isSameSite } from './compare';
import { reportLines } from './report';

const made: string[] = [];

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string>>) {
  const dir = mkdtempSync(path.join(tmpdir(), 'compare-builds-'));
  made.push(dir);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  return readBuildFolder(dir);
}

interface PageParts {
  readonly hash: string;
  readonly sheets?: readonly string[];
  readonly text?: string;
  readonly props?: string;
}

const page = ({ hash, sheets = [`site.${hash}.css`], text = 'Hello', props = '{}' }: PageParts) =>
  [
    ...sheets.map((sheet) => `<link rel="stylesheet" href="/assets/${sheet}" integrity="sha256-${hash}=">`),
    `<link rel="modulepreload" href="/assets/a.${hash}.js" integrity="sha256-${hash}=">`,
    `<link rel="preload" as="fetch" href="/search/en.json">`,
    `<meta content="script-src 'self' 'sha256-${hash}='; style-src 'self'">`,
    `<p data-words="/assets/words.en.${hash}.json">${text}</p>`,
    `<script type="module" src="/assets/a.${hash}.js" integrity="sha256-${hash}="></script>`,
    `<astro-island uid="${hash}" prefix="r1" component-url="/assets/a.${hash}.js" props="${props}" ssr></astro-island>`,
  ].join('');

const site = (hash: string, change: Readonly<Record<string, string>> = {}) =>
  folderOf({
    'index.html': page({ hash }),
    _headers: `/*\n  Policy: script-src 'sha256-${hash}='\n`,
    'sw.js': `const shell = ['/assets/a.${hash}.js']`,
    'data/list.json': '[1]',
    [`assets/a.${hash}.js`]: hash,
    [`assets/site.${hash}.css`]: 'p{color:red}',
    [`assets/words.en.${hash}.json`]: '{"hello":"Hello"}',
    ...change,
  });

it('finds no difference where only names and hashes of code changed', () => {
  const comparison = compareBuilds(site('aaaa'), site('bbbb'));
  expect(comparison).toMatchObject({
    compared: 5,
    identical: 2,
    normalized: 3,
    different: 0,
    otherProps: [],
  });
  expect(isSameSite(comparison)).toBe(true);
});

it.each([
  { what: 'a word on a page', change: { 'index.html': page({ hash: 'bbbb', text: 'Hullo' }) } },
  { what: 'a rule of a style sheet', change: { 'assets/site.bbbb.css': 'p{color:blue}' } },
  { what: 'a record', change: { 'data/list.json': '[2]' } },
  {
    what: 'a preload of data',
    change: { 'index.html': page({ hash: 'bbbb' }).replace('as="fetch"', 'as="font"') },
  },
])('finds $what that changed', ({ change }) => {
  const comparison = compareBuilds(site('aaaa'), site('bbbb', change));
  expect(comparison).toMatchObject({
    different: 1,
    differences: [{ files: Object.keys(change).map((file) => file.replace(/^assets.*/, 'index.html')) }],
  });
  expect(isSameSite(comparison)).toBe(false);
});

it('finds a rule that changed below an unchanged name', () => {
  const comparison = compareBuilds(site('aaaa'), site('aaaa', { 'assets/site.aaaa.css': 'p{color:blue}' }));
  expect(comparison.differences.map(({ files }) => files)).toEqual([['index.html']]);
});

it('takes style sheets of other sizes for the same, and not those in another order', () => {
  const split = (sheets: readonly string[]) =>
    site('bbbb', {
      'assets/1.css': 'p{color',
      'assets/2.css': ':red}',
      'index.html': page({ hash: 'bbbb', sheets }),
    });
  expect(compareBuilds(site('aaaa'), split(['1.css', '2.css'])).different).toBe(0);
  expect(compareBuilds(site('aaaa'), split(['2.css', '1.css'])).different).toBe(1);
});

it('finds data behind a hash that changed, on the page and in the file', () => {
  const { differences, onlyInA, onlyInB } = compareBuilds(
    site('aaaa'),
    site('bbbb', { 'assets/words.en.bbbb.json': '{"hello":"Hullo"}' }),
  );
  expect(differences.map(({ files }) => files)).toEqual([['index.html']]);
  expect({ onlyInA, onlyInB }).toEqual({
    onlyInA: ['assets/words.en.aaaa.json'],
    onlyInB: ['assets/words.en.bbbb.json'],
  });
});

it('tells of other props, and takes them for no difference', () => {
  const comparison = compareBuilds(
    site('aaaa'),
    site('bbbb', { 'index.html': page({ hash: 'bbbb', props: '{&quot;strings&quot;:1}' }) }),
  );
  expect(comparison).toMatchObject({ different: 0, otherProps: ['index.html'] });
});

it('finds files that one build lacks', () => {
  const comparison = compareBuilds(site('aaaa'), site('bbbb', { 'en/index.html': 'A page' }));
  expect(comparison).toMatchObject({ onlyInA: [], onlyInB: ['en/index.html'] });
  expect(isSameSite(comparison)).toBe(false);
});

it('shows where two texts begin to differ', () => {
  expect(firstDifference('one two', 'one three')).toEqual({
    a: '"one two"',
    b: '"one three"',
    alike: 'wo\nhree',
  });
});

it('lists files that differ alike together', () => {
  const changed = page({ hash: 'bbbb', text: 'Hullo' });
  const [a, b] = [
    site('aaaa', { 'en/index.html': page({ hash: 'aaaa' }) }),
    site('bbbb', { 'index.html': changed, 'en/index.html': changed }),
  ];
  const lines = reportLines(compareBuilds(a, b), a, b);
  expect(lines).toContain('different                                          2');
  expect(lines.find((line) => line.includes('in the same way'))).toMatch(
    /^ {2}en\/index\.html and 1 more in the same way\n {4}A ".*Hello.*"\n {4}B ".*Hullo.*"$/,
  );
});
