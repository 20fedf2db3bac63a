import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { brandOf, defaultBrand, longHex } from './brand';
import { colourCss, drawingKey, iconSvg } from './brand-files';
import { colourPairs, contrast, contrastFaults } from './contrast';
import { BrandError } from './read-brand-file';
import { readBrand } from './read-brand';

const none = { light: {}, dark: {} };

it('computes the contrast as WCAG does', () => {
  expect(contrast('#fff', '#000')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(['light', 'dark'] as const)('the program’s own colours, %s', (scheme) => {
  const colours = defaultBrand[scheme];

  // More than is asked of others: level AAA for text.
  it.each(colourPairs)('shows $on on $ground ($use)', ({ on, ground, use }) => {
    const ratio = contrast(colours[on], colours[ground]);
    expect(ratio).toBeGreaterThanOrEqual(use === 'text' ? 7 : 3);
  });
});

describe('colours', () => {
  it('take the place of single ones, in their scheme alone', () => {
    const { light, dark } = brandOf({ light: { leaf: '#006400' }, dark: { sky: '#9cf' } });
    expect([light.leaf, light.sky]).toEqual(['#006400', defaultBrand.light.sky]);
    expect([dark.leaf, dark.sky]).toEqual([defaultBrand.dark.leaf, '#9cf']);
  });

  it('that the dark scheme doesn’t name are those of the light one', () => {
    expect(brandOf({ light: { marigold: '#ffd000' }, dark: {} }).dark.marigold).toBe('#ffd000');
  });

  it('become custom properties, in the dark scheme where they differ', () => {
    expect(colourCss(defaultBrand, ['ground', 'marigold'])).toBe(
      ':root{--ground:#fff;--marigold:#f2a516;}@media (prefers-color-scheme:dark){:root{--ground:#15122b;}}',
    );
    expect(colourCss(defaultBrand, ['marigold'])).toBe(':root{--marigold:#f2a516;}');
  });

  it('have six digits where programs want them', () => {
    expect([longHex('#fa0'), longHex('#ffaa01')]).toEqual(['#ffaa00', '#ffaa01']);
  });

  it('are a part of pictures’ names unless they are the program’s own', () => {
    expect(drawingKey(brandOf(none))).toBeUndefined();
    expect(drawingKey(brandOf({ light: { ink: '#003300' }, dark: {} }))).toContain('#003300');
  });

  it('too much alike are told of with both, their ratio and what is needed', () => {
    expect(contrastFaults(brandOf({ light: { 'ink-2': '#999999' }, dark: {} }))).toEqual([
      'light: “ink-2” #999999 on “ground” #fff has a contrast of 2.84:1, and text needs 4.5:1.',
      'light: “ink-2” #999999 on “wash” #f5f4fa has a contrast of 2.60:1, and text needs 4.5:1.',
    ]);
  });
});

describe('the icon', () => {
  it('is a weave in the site’s colours', () => {
    expect(iconSvg(brandOf({ light: { sky: '#0a7' }, dark: {} }))).toContain('fill="#0a7"');
  });

  it('is the operator’s logo where there is one', () => {
    expect(iconSvg(brandOf(none, { logo: '<svg/>' }))).toBe('<svg/>');
  });
});

describe('the brand of a content folder', () => {
  const content = temporaryFolder();
  const give = (name: string, text: string) => content.write(`brand/${name}`, text);

  it('is the program’s own where there is none', async () => {
    expect(await readBrand(content.at())).toBeUndefined();
    expect(await readBrand(content.at('nowhere'))).toBeUndefined();
  });

  it('has its colours, as short as they can be written, and its logo', async () => {
    const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';
    give('tokens.json', '{"light": {"wash": "#FFFFFF"}, "dark": {"ground": "#001"}}');
    give('logo.svg', `${logo}\n`);
    const brand = await readBrand(content.at());
    expect(brand).toMatchObject({ light: { wash: '#fff' }, dark: { ground: '#001' }, logo });
  });

  it.each([
    ['{"light": {"inc": "#000"}}', 'light.inc: isn’t known'],
    ['{"lihgt": {}}', 'lihgt: isn’t known'],
    ['{"light": {"ink": "navy"}}', 'light.ink: is no colour — Write it as #rrggbb'],
    ['{"light": ', 'It is no valid JSON'],
    ['{"dark": {"ink": "#333"}}', 'dark: “ink” #333 on “ground” #15122b has a contrast of'],
  ])('is refused: %s', async (text, message) => {
    give('tokens.json', text);
    const error: unknown = await readBrand(content.at()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BrandError);
    expect(String(error)).toContain(`${content.at('brand', 'tokens.json')} can’t be used`);
    expect(String(error)).toContain(message);
  });

  it.each([
    ['0 0 200 40', ['200 by 40']],
    ['0,0,24,60', ['24 by 60']],
    ['0 0 48 40', []],
  ])('is reported with a logo of %s that isn’t square', async (viewBox, sizes) => {
    give(
      'logo.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><path d="M0 0h8v8z"/></svg>`,
    );
    const lines: string[] = [];
    await readBrand(content.at(), (line) => lines.push(line));
    expect(lines).toEqual(sizes.map((size) => expect.stringContaining(`logo.svg is ${size}: `)));
  });

  it.each([
    ['<p>Logo</p>', 'It is no SVG'],
    ['<svg><path d="M0 0h8v8z"/></svg>', 'It has no viewBox'],
    ['<svg viewBox="0 0 8 8"><script>alert(1)</script></svg>', 'It has a script, or loads something'],
    ['<svg viewBox="0 0 8 8" onload="alert(1)"></svg>', 'It has a script, or loads something'],
    ['<svg viewBox="0 0 8 8"><image href="https://a.example/x.png"/></svg>', 'loads something'],
    [`<svg viewBox="0 0 8 8"><path d="${'M0 0'.repeat(6000)}"/></svg>`, 'at most 20000 are allowed'],
  ])('is refused with the logo %.60s', async (text, message) => {
    give('logo.svg', text);
    await expect(readBrand(content.at())).rejects.toThrow(message);
  });
});
