import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { backgroundColours, createManifest } from './manifest';

test('the manifest speaks the page’s language and opens its home page', () => {
  const manifest = createManifest({
    locale: 'fr',
    name: 'Volontariat en ligne',
    description: 'Aider de chez soi',
  });
  expect(manifest).toMatchObject({
    name: 'Volontariat en ligne',
    lang: 'fr',
    dir: 'ltr',
    start_url: '/fr/',
    scope: '/',
  });
});

test('the browser’s bars have the colour of the page’s ground', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const [light, dark] = [...tokens.matchAll(/--ground: (#[0-9a-f]+);/g)].map(([, colour]) => colour);
  expect(light).toBe('#fff');
  expect(backgroundColours).toEqual({ light: '#ffffff', dark });
});
