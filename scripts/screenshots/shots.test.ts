import { expect, test } from 'vitest';
import { fileNameOf, sheetsOf, shotsOf } from './shots';

const pages = [
  { template: 'home', locale: 'es', path: '/es/' },
  { template: 'home', locale: 'en', path: '/en/' },
] as const;

test('takes each page at two widths in two schemes, and in forced colours', () => {
  expect(shotsOf(pages.slice(1)).map(({ look }) => look.name)).toEqual([
    '360-light',
    '360-dark',
    '1280-light',
    '1280-dark',
    '360-forced',
  ]);
});

test('takes on paper what is printed', () => {
  const sheet = { template: 'fact sheet', locale: 'en', path: '/en/fact-sheet/' } as const;
  expect(shotsOf([sheet]).map(({ look }) => look.name)).toContain('print');
});

test('puts a template’s languages side by side, light ones first', () => {
  const sheets = sheetsOf(shotsOf(pages));
  expect([...sheets.keys()]).toEqual(['home-360', 'home-1280', 'home-forced']);
  expect(sheets.get('home-360')?.map(({ look, locale }) => `${look.name} ${locale}`)).toEqual([
    '360-light en',
    '360-light es',
    '360-dark en',
    '360-dark es',
  ]);
});

test('names files after templates', () => {
  expect(fileNameOf('opportunities, page 2')).toBe('opportunities-page-2');
  expect(fileNameOf('/')).toBe('root');
});
