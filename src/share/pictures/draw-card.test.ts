/** Pictures as people see them: like approved ones, within their frame, with every character of a title. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { applyBrand, brandOf, currentBrand, type FontFiles } from '@/brand/brand';
import { testFont } from '@/brand/typeface.fixture';
import { readXml } from '@/feeds/read-back.fixture';
import { hostileText } from '@/feeds/feed.fixture';
import { cardSvg, drawingSize } from './draw-card';
import { pictureFormats, createSharePicture, type PictureFormat } from '@/views/share/share-picture';
import { cardOf, readCode } from '../share.fixture';
import { splitFontRuns } from './line-pieces';
import { toDrawableText } from './typeface';

const none = { light: {}, dark: {} };
const asFiles = (font: Buffer): FontFiles => ({ sfnt: font.toString('base64'), woff2: '' });
const formats = Object.keys(pictureFormats) as PictureFormat[];

afterEach(() => applyBrand(undefined));

/** Titles of the fewest and of the most characters that the model takes. */
const titles = {
  'en-short': 'Roots',
  'en-long': 'Lend your engineering evenings to the roofs, drawings & warnings of two hurricane countries',
  'fr-short': 'Ça coûte ?',
  'fr-long': 'Prêtez vos soirées d’ingénieure aux toits, « plans » et alertes de deux pays d’ouragans, où ça',
  'es-short': '¿Y tú?',
  'es-long': 'Presta tus noches de ingeniería a los tejados, planos y avisos de dos países, ¿cuándo, ñandú?',
  greek: 'Δανείστε μια γλώσσα στους γείτονες του ποταμού',
  cyrillic: 'Одолжите язык соседям: час в неделю для школы у реки',
  arabic: 'أعِر لغتك لجيرانك: ساعتان (2) في الأسبوع مع Radio Mbam سنة 2026 و٢٠٢٧',
  devanagari: 'अपनी भाषा पड़ोसियों को दें: हिन्दी और क्षेत्रीय विद्यालय के लिए',
} as const;

function draw(title: string, format: PictureFormat = 'wide') {
  const picture = createSharePicture('fr', 'campaign-x', format, cardOf(title));
  return { path: picture.path, svg: cardSvg(picture) };
}

const svgOf = (title: string, format?: PictureFormat) => draw(title, format).svg;

/** Pixels of a picture in grey. */
const pixels = (picture: Sharp) => picture.greyscale().raw().toBuffer();

/** The mean distance between two pictures, from 0 (the same) to 1. */
function distance(one: Buffer, other: Buffer): number {
  if (one.length !== other.length) return 1;
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length / 255;
}

/** The coordinates in the outline of a path, across and down. */
function coordinatesOf(outline = '') {
  const numbers = [...outline.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  return { xs: numbers.filter((_, at) => at % 2 === 0), ys: numbers.filter((_, at) => at % 2 === 1) };
}

describe('a picture', () => {
  // `APPROVE=1 npx vitest run src/share/pictures` takes the present ones; look at them before they are committed.
  it.each(Object.entries(titles))('looks as it was approved (%s)', async (name, title) => {
    const file = fileURLToPath(new URL(`approved/${name}.png`, import.meta.url));
    const drawn = sharp(Buffer.from(svgOf(title))).resize({ width: 300 });
    if (process.env['APPROVE'] === '1')
      await writeFile(file, await drawn.clone().png({ palette: true }).toBuffer());
    expect(distance(await pixels(drawn), await pixels(sharp(file)))).toBeLessThan(0.01);
  });

  it('keeps every outline within its frame, whatever the title', () => {
    const long = fc.string({ minLength: 120, maxLength: 200 });
    const title = fc.oneof(hostileText, long, fc.constant('W'.repeat(300)));
    fc.assert(
      fc.property(title, fc.constantFrom(...formats), (text, format) => {
        const { width, height } = pictureFormats[format];
        const outlines = readXml(svgOf(`x${text}`, format)).filter(
          ({ name, attributes }) => name === 'path' && attributes['fill'] && !attributes['transform'],
        );
        expect(outlines.length).toBeGreaterThan(2);
        for (const { attributes } of outlines) {
          const { xs, ys } = coordinatesOf(attributes['d']);
          expect(Math.min(...xs, 0)).toBeGreaterThanOrEqual(0);
          expect(Math.max(...xs, 0)).toBeLessThanOrEqual(width);
          expect(Math.max(...ys, 0)).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: randomRuns(40) },
    );
  });

  it('has the colours of the site, and another address where they change', () => {
    const before = draw('Roots');
    expect(before.svg).toContain(currentBrand().light.ink);
    applyBrand(brandOf({ light: { ink: '#003300' }, dark: {} }));
    const after = draw('Roots');
    expect(after.svg).toContain('#003300');
    expect(after.path).not.toBe(before.path);
  });

  it('has the typeface of the site, the program’s own for what that lacks, and another address where it changes', () => {
    const before = draw('Roots');
    const typeface = { regular: asFiles(testFont(300)), bold: asFiles(testFont(800)) };
    applyBrand(brandOf(none, { typeface: { family: 'Own', ...typeface, sum: 'of both' } }));
    const after = draw('Roots');
    expect(after.svg).not.toBe(before.svg);
    expect(after.path).not.toBe(before.path);
    expect(toDrawableText('Łódź')).toBe('Łódź');
    expect(draw('Łódź').svg.length).toBeGreaterThan(draw('ód').svg.length);
  });

  it('has another address where its words change, and the same otherwise', () => {
    expect(draw('A').path).toBe(draw('A').path);
    expect(draw('A').path).not.toBe(draw('B').path);
    expect(draw('A').path).toMatch(/^\/share\/fr\/campaign-x-1200x630-[0-9a-f]{12}\.png$/);
  });
});

it('keeps clear of the bars that apps lay over a tall picture', () => {
  const elements = readXml(svgOf(titles['fr-long'], 'tall'));
  const texts = elements.filter(({ name, attributes }) => name === 'path' && attributes['d']?.includes('Q'));
  expect(texts.length).toBeGreaterThan(4);
  for (const { attributes } of texts) {
    const { ys } = coordinatesOf(attributes['d']);
    expect(Math.min(...ys)).toBeGreaterThan(250);
    expect(Math.max(...ys)).toBeLessThan(1920 - 340);
  }
});

it.each(formats)('has a code that is read back (%s)', async (format) => {
  const width = pictureFormats[format].width / 2;
  expect(await readCode(svgOf(titles['fr-long'], format), width)).toBe(cardOf('').url);
});

it('has its drawing within the frame, and room for the title beside it', () => {
  const picture = createSharePicture('fr', 'campaign-x', 'wide', cardOf(titles['fr-long']));
  const svg = cardSvg(picture, 'data:image/png;base64,AAAA');
  const [image] = readXml(svg).filter(({ name }) => name === 'image');
  const { width, height } = drawingSize('wide');
  expect(image?.attributes).toMatchObject({ width: String(width), height: String(height) });
  expect(svg).not.toBe(cardSvg(picture));
});

it('lines are where the program’s own typeface has them, however high another says that its are', () => {
  const drawWith = (font: Buffer) => {
    const typeface = { family: 'Own', regular: asFiles(font), bold: asFiles(font), sum: 'of both' };
    applyBrand(brandOf(none, { typeface }));
    return svgOf('Roots');
  };
  const high = testFont(300);
  // The ascent, in the table that the directory names: https://learn.microsoft.com/typography/opentype/spec/hhea
  high.writeInt16BE(1500, high.readUInt32BE(high.indexOf('hhea') + 8) + 4);
  expect(drawWith(high)).toBe(drawWith(testFont(300)));
});

describe('toDrawableText', () => {
  it.each([
    ['Prêtez une langue\u202F?', 'Prêtez une langue\u00A0?'],
    ['Roots 🌱 and\nwings', 'Roots and wings'],
    ['Roots مرحبا <b>&"', 'Roots مرحبا <b>&"'],
    ['Ελλάδα, Украина, भारत', 'Ελλάδα, Украина, भारत'],
    ['می‌خواهم 👩‍🌾', 'می‌خواهم'],
    ['Roots 水', undefined],
    ['🌱', undefined],
  ])('makes %j %j', (text, shown) => {
    expect(toDrawableText(text)).toBe(shown);
  });

  it('gives only signs that the typeface has', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const drawable = toDrawableText(text) ?? '';
        // Nothing is left out when it is split into runs.
        for (const weight of [400, 700] as const)
          expect(
            splitFontRuns(drawable, weight)
              .map((run) => run.text)
              .join(''),
          ).toBe(drawable);
      }),
    );
  });
});
