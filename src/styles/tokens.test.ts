import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** Custom properties of the first rule after a point of the file. */
function properties(from: string): Record<string, string> {
  const rule = css.slice(css.indexOf(from)).match(/:root\s*\{([^}]*)\}/)?.[1] ?? '';
  return Object.fromEntries(
    [...rule.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

const light = properties(':root');
const dark = { ...light, ...properties('prefers-color-scheme: dark') };

function colour(scheme: Record<string, string>, token: string): string {
  const value = scheme[`--${token}`] ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return other === undefined ? value : colour(scheme, other);
}

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replaceAll(/[\da-f]/gi, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What is written on which grounds. */
const texts: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['ink', ['ground', 'wash']],
  ['ink-2', ['ground', 'wash']],
  ['link', ['ground', 'wash']],
  ['error', ['ground']],
  ['on-notice', ['notice']],
  ['on-marigold', ['marigold']],
  ['on-deep', ['deep', 'deep-2']],
  ['on-deep-2', ['deep']],
];

/** Parts one has to see: edges of fields and buttons, the focus, the finder's underlines, coloured squares. */
const parts: readonly (readonly [part: string, grounds: readonly string[]])[] = [
  ['rule', ['ground', 'wash']],
  ['focus', ['ground', 'wash', 'notice']],
  ['leaf', ['ground', 'wash']],
  ['hibiscus', ['ground', 'wash']],
  ['sky', ['ground', 'wash']],
  ['thread-ink', ['ground']],
  ['marigold', ['deep', 'deep-2']],
  ['deep-hibiscus', ['deep', 'deep-2']],
  ['deep-sky', ['deep', 'deep-2']],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s scheme', (_name, scheme) => {
  const pairs = (list: typeof texts) =>
    list.flatMap(([on, grounds]) => grounds.map((ground) => ({ on, ground })));

  it.each(pairs(texts))('writes $on on $ground at 7:1 or more', ({ on, ground }) => {
    expect(contrast(colour(scheme, on), colour(scheme, ground))).toBeGreaterThanOrEqual(7);
  });

  it.each(pairs(parts))('shows $on on $ground at 3:1 or more', ({ on, ground }) => {
    expect(contrast(colour(scheme, on), colour(scheme, ground))).toBeGreaterThanOrEqual(3);
  });

  it('is made of colours that this test can read', () => {
    for (const [on, grounds] of [...texts, ...parts])
      for (const token of [on, ...grounds])
        expect(colour(scheme, token), token).toMatch(/^#([\da-f]{3}){1,2}$/);
  });
});

it('computes the contrast as WCAG does', () => {
  expect(contrast('#fff', '#000')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('is where every colour is named', () => {
  // Embeds repeat those that they need, in a sheet that stands in each; src/share/embed's own test compares them.
  const sheets = globSync('src/**/*.css').filter((file) => !/\/(tokens|print|embed)\.css$/.test(file));
  expect(sheets.length).toBeGreaterThan(5);
  for (const file of sheets)
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/#[\da-f]{3,8}\b\s*[;,)]|rgba?\(|hsla?\(/i);
});
