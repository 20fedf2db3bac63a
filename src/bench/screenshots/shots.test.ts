import { expect, test } from 'vitest';
import { fileNameOf, sheetsOf, shotsOf } from './shots';

const pages = [
  { template: 'home', locale: 'es', path: '/es/' },
  { template: 'home', locale: 'en', path: '/en/' },
] as const;

test('takes each page at two widths in two schemes', () => {
  expect(shotsOf(pages).map(({ path, width, scheme }) => `${path} ${width} ${scheme}`)).toEqual([
    '/es/ 360 light',
    '/es/ 360 dark',
    '/es/ 1280 light',
    '/es/ 1280 dark',
    '/en/ 360 light',
    '/en/ 360 dark',
    '/en/ 1280 light',
    '/en/ 1280 dark',
  ]);
});

test('puts a template’s languages side by side, light ones first', () => {
  const sheets = sheetsOf(shotsOf(pages));
  expect([...sheets.keys()]).toEqual(['home-360', 'home-1280']);
  expect(sheets.get('home-360')?.map(({ scheme, locale }) => `${scheme} ${locale}`)).toEqual([
    'light en',
    'light es',
    'dark en',
    'dark es',
  ]);
});

test('names files after templates', () => {
  expect(fileNameOf('opportunities, page 2')).toBe('opportunities-page-2');
  expect(fileNameOf('/')).toBe('root');
});
