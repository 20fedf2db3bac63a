import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { colourNames } from '@/brand/brand';

const read = (file: string) => readFileSync(file, 'utf8');

it('colours are named in src/brand alone', () => {
  // On paper they are black and grey, whatever the site’s are.
  const sheets = globSync('src/**/*.css').filter((file) => !file.endsWith('/print.css'));
  expect(sheets.length).toBeGreaterThan(5);
  for (const file of sheets) {
    const css = read(file).replaceAll(/\/\*[\s\S]*?\*\//g, '');
    expect(css, file).not.toMatch(/#[\da-f]{3,8}\b\s*[;,)]|rgba?\(|hsla?\(/i);
  }
});

it('every colour is used by a style sheet', () => {
  const css = globSync('src/**/*.{css,astro}').map(read).join('');
  expect(colourNames.filter((name) => !css.includes(`var(--${name})`))).toEqual([]);
});

it('no text has a stroke, which WebKit also draws around the text that follows', () => {
  const sheets = globSync('src/**/*.css').map(read).join('');
  expect(sheets).not.toContain('text-stroke:');
});
