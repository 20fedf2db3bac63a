/** A small part of `npm run test:attack`, and that its checks find what is planted. */
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { browse } from '../attack/browse';
import { canaryOf, leaksIn } from '../attack/canaries';
import { buildHostileContent } from '../attack/hostile-builds';
import { marker } from '../attack/hostile-texts';
import { pageFaults } from '../attack/page-faults';
import { attackPublishes } from '../attack/publishes';
import { freshFolder } from './folders';

const siteUrl = 'https://v.example';

describe('a page', () => {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'">`;
  const faultsOf = (html: string) =>
    pageFaults(`<!doctype html><html><head>${policy}</head><body>${html}</body></html>`, {
      name: 'page',
      siteUrl,
      isFragment: false,
    });

  it.each([
    ['<p>&lt;script&gt;text&lt;/script&gt;</p>', []],
    ['<a href="/en/">on the site</a><a href="mailto:a@b.example">mail</a>', []],
    ['<script>alert(1)</script>', ['page: <script> is a script that the policy does not name']],
    ['<img src="/a.png" onerror="x">', ['page: <img> has onerror']],
    ['<a href="java&#10;script:x">', ['page: <a> leads to javascript:']],
    ['<a href="https://good.example@evil.example">', ['page: <a> leads to an address with a user name']],
    ['<img srcset="/a.png 1x, //evil.example/b.png 2x">', ['page: <img> loads //evil.example/b.png']],
    ['<iframe srcdoc="x"></iframe>', ['page: <iframe> has srcdoc']],
    ['<template><object data="x"></object></template>', ['page: <object> is not allowed']],
    ['<link rel="preconnect" href="https://evil.example">', ['page: <link> loads https://evil.example']],
    [
      '<meta http-equiv="refresh" content="0;url=https://evil.example">',
      ['page: <meta> leads on to https://evil.example'],
    ],
    ['<script type="application/ld+json">{"a":</script>', ['page: <script> is data that is not JSON']],
  ])('%s', (html, faults) => {
    expect(faultsOf(html)).toEqual(faults);
  });

  it('without a policy is named', () => {
    const context = { name: 'page', siteUrl, isFragment: false };
    expect(pageFaults('<!doctype html><p>x', context)).toEqual(['page: has 0 policies']);
  });
});

it.each([
  ['as it is', (value: string) => value],
  ['in hexadecimal digits', (value: string) => Buffer.from(value).toString('hex')],
  ['in base64, at an odd place', (value: string) => Buffer.from(`x${value}yz`).toString('base64')],
  ['in percent-encoding', (value: string) => Buffer.from(value).toString('hex').replaceAll(/../g, '%$&')],
])('a secret is found %s', (_name, write) => {
  expect(leaksIn(`some text ${write(canaryOf('WEBHOOK_TOKEN'))} and more`)).toEqual(['WEBHOOK_TOKEN']);
  expect(leaksIn(write('CnryIsNoSecretOfOurs'))).toEqual([]);
});

it('a page that runs, asks another host or breaks its policy is seen', async () => {
  const dir = await freshFolder('attack/planted');
  await mkdir(`${dir}/en/search`, { recursive: true });
  const page = (body: string) => `<!doctype html><title>Planted</title>${body}`;
  await writeFile(
    `${dir}/en/index.html`,
    page(
      `<meta http-equiv="content-security-policy" content="script-src 'none'"><script>${marker}(1)</script>`,
    ),
  );
  await writeFile(
    `${dir}/en/search/index.html`,
    page(`<script>${marker}(1)</script><img src="http://127.0.0.1:9/x.png">`),
  );
  const { executions, foreign, errors } = await browse({ dir, pages: 5, seed: 1, searches: 0 });
  expect(executions.length).toBeGreaterThan(0);
  expect(foreign[0]).toContain('asked http://127.0.0.1:9/x.png');
  expect(errors.some((error) => error.includes('Stopped by the policy: script-src'))).toBe(true);
});

it(
  'hostile content from both sources is the same, and nothing in its site runs',
  { timeout: 180_000 },
  async () => {
    const build = await buildHostileContent({
      opportunities: 12,
      seed: 3,
      isEachRendered: false,
      pages: 8,
      searches: 2,
    });
    expect(build).toMatchObject({
      faults: [],
      executions: [],
      foreign: [],
      errors: [],
      difference: undefined,
    });
    expect(build.shown * 2).toBeGreaterThan(build.entries);
  },
);

it(
  'publishes of edits that are killed leave a whole site, and the next one is right',
  { timeout: 180_000 },
  async () => {
    const { early, torn, wrong } = await attackPublishes({ kills: 2, seed: 2 });
    expect({ torn, wrong }).toEqual({ torn: [], wrong: [] });
    expect(early).toBeGreaterThan(0);
  },
);
