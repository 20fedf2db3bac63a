/** The checks of `npm run test:full -- attack` find what is planted. */
import { describe, expect, it } from 'vitest';
import { fileFaults } from './file-faults';

const siteUrl = 'https://v.example';
const faultsOf = (name: string, text: string) => fileFaults({ name, bytes: Buffer.from(text), siteUrl });

describe('a page', () => {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'">`;

  it.each([
    ['<p>&lt;script&gt;text&lt;/script&gt;</p>', undefined],
    ['<a href="/en/">on the site</a><a href="mailto:a@b.example">mail</a>', undefined],
    ['<script>alert(1)</script>', '<script> is a script that the policy does not name'],
    ['<img src="/a.png" onerror="x">', '<img> has onerror'],
    ['<a href="java&#10;script:x">', '<a> leads to javascript:'],
    ['<a href="https://good.example@evil.example">', '<a> leads to an address with a user name'],
    ['<img srcset="/a.png 1x, //evil.example/b.png 2x">', '<img> loads //evil.example/b.png'],
    ['<iframe srcdoc="x"></iframe>', '<iframe> has srcdoc'],
    ['<template><object></object></template>', '<object> is not allowed'],
    ['<link rel="preconnect" href="https://evil.example">', '<link> loads https://evil.example'],
    [
      '<meta http-equiv="refresh" content="0;url=https://evil.example">',
      '<meta> leads on to https://evil.example',
    ],
    ['<script type="application/ld+json">{"a":</script>', '<script> is data that is not JSON'],
  ])('with %s', (html, fault) => {
    const page = `<!doctype html><html><head>${policy}</head><body>${html}</body></html>`;
    expect(faultsOf('/a.html', page)).toEqual(fault === undefined ? [] : [`/a.html: ${fault}`]);
  });

  it('without a policy', () => {
    expect(faultsOf('/a.html', '<!doctype html><p>x')).toEqual(['/a.html: has 0 policies']);
  });
});

it.each([
  ['/a.json', '{"url":"javascript:x"}'],
  ['/a.xml', '<a href="javascript:x"/>'],
  ['/a.svg', '<svg onload="x"/>'],
  ['/a.csv', 'a,b\n=cmd,c\n'],
  ['/a.csv', 'a,b\nc\n'],
  ['/_redirects', '/a //evil.example 301\n'],
  ['/_headers', '/*\n  Set-Cookie: a\u0007\n'],
  ['/a.exe', ''],
])('a file has a fault: %s', (name, text) => {
  expect(faultsOf(name, text)).toHaveLength(1);
});
