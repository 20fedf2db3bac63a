import { expect, test } from 'vitest';
import { templateFileName, groupSheets, listShots } from './shots';

const pages = [
  { template: 'home', locale: 'es', path: '/es/' },
  { template: 'home', locale: 'en', path: '/en/' },
] as const;

test('takes each page at two widths in two schemes, and in forced colours', () => {
  expect(listShots(pages.slice(1)).map(({ look }) => look.name)).toEqual([
    '360-light',
    '360-dark',
    '1280-light',
    '1280-dark',
    '360-forced',
  ]);
});

test('takes on paper what is printed', () => {
  const sheet = { template: 'fact sheet', locale: 'en', path: '/en/fact-sheet/' } as const;
  expect(listShots([sheet]).map(({ look }) => look.name)).toContain('print');
});

test('puts a template’s languages side by side, light ones first', () => {
  const sheets = groupSheets(listShots(pages));
  expect([...sheets.keys()]).toEqual(['home-360', 'home-1280', 'home-forced']);
  expect(sheets.get('home-360')?.map(({ look, locale }) => `${look.name} ${locale}`)).toEqual([
    '360-light en',
    '360-light es',
    '360-dark en',
    '360-dark es',
  ]);
});

test('names files after templates', () => {
  expect(templateFileName('opportunities, page 2')).toBe('opportunities-page-2');
  expect(templateFileName('/')).toBe('root');
});
