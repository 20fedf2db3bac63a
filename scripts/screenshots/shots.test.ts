import { expect, test } from 'vitest';
import { groupSheets, listShots } from './shots';

const pages = [
  { template: 'home', locale: 'es', path: '/es/' },
  { template: 'home', locale: 'en', path: '/en/' },
] as const;

test('takes each page at four widths in two schemes, in forced colours, and without scripts', () => {
  expect(listShots(pages.slice(1)).map(({ look }) => look.name)).toEqual([
    '360-light',
    '360-dark',
    '768-light',
    '768-dark',
    '1280-light',
    '1280-dark',
    '1920-light',
    '1920-dark',
    '360-forced',
    '360-no-script',
  ]);
});

test('takes on paper what is printed, and no state without scripts', () => {
  const sheet = { template: 'fact sheet', locale: 'en', path: '/en/fact-sheet/', isState: true } as const;
  const looks = listShots([sheet]).map(({ look }) => look.name);
  expect(looks).toContain('print');
  expect(looks).not.toContain('360-no-script');
});

test('puts a template’s languages side by side, light ones first', () => {
  const sheets = groupSheets(listShots(pages));
  expect([...sheets.keys()]).toEqual([
    'home-360',
    'home-768',
    'home-1280',
    'home-1920',
    'home-forced',
    'home-no-script',
  ]);
  expect(sheets.get('home-360')?.map(({ look, locale }) => `${look.name} ${locale}`)).toEqual([
    '360-light en',
    '360-light es',
    '360-dark en',
    '360-dark es',
  ]);
});
