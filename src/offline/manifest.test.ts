import { expect, test } from 'vitest';
import { createManifest } from './manifest';

test('the manifest speaks the page’s language and opens its home page', () => {
  const manifest = createManifest({
    locale: 'fr',
    name: 'Volontariat en ligne',
    description: 'Aider de chez soi',
    background: '#fffaf0',
  });
  expect(manifest).toMatchObject({
    name: 'Volontariat en ligne',
    lang: 'fr',
    dir: 'ltr',
    start_url: '/fr/',
    scope: '/',
    background_color: '#fffaf0',
    theme_color: '#fffaf0',
  });
});
