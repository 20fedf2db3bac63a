import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { brandOf, defaultBrand } from './brand';
import { BrandError } from './read-brand-file';
import { drawingKey } from './brand-files';
import { readBrand } from './read-brand';
import { testFont, testFontName, testTypeface } from './typeface.fixture';
import { writeBrand } from './write-brand';

const content = temporaryFolder();
const inFolder = (name: string) => content.at('brand', name);
const give = (name: string, bytes: string | Buffer) => content.write(`brand/${name}`, bytes);
const giveTokens = (typeface: unknown) => give('tokens.json', JSON.stringify({ typeface }));

beforeEach(() => {
  giveTokens(testTypeface);
  give('own-regular.ttf', testFont(300));
  give('own-bold.ttf', testFont(800));
});

/** A font with 70,000 more bytes, which nothing can pack, in a table that is always kept as it is. */
function tooLarge(): Buffer {
  const font = testFont(400);
  const entry = font.indexOf('gasp');
  const [offset, size] = [font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12)];
  font.writeUInt32BE(font.length, entry + 8);
  font.writeUInt32BE(size + 70_000, entry + 12);
  return Buffer.concat([font, font.subarray(offset, offset + size), randomBytes(70_000)]);
}

/** What the brand is refused with. */
async function refusal(): Promise<BrandError> {
  const error: unknown = await readBrand(content.at()).catch((thrown: unknown) => thrown);
  if (error instanceof BrandError) return error;
  throw new Error(`The brand isn’t refused: ${String(error)}`);
}

describe('a typeface', () => {
  it('is read with its fonts, as plain data', async () => {
    const brand = await readBrand(content.at());
    expect(brand).toMatchObject({ light: defaultBrand.light, typeface: { family: testTypeface.family } });
    expect(JSON.parse(JSON.stringify(brand))).toEqual(brand);
  });

  it('keeps the letters of its languages, and no others', async () => {
    const { typeface } = (await readBrand(content.at())) ?? defaultBrand;
    if (typeof typeface !== 'object') throw new Error('The brand has no typeface.');
    const charactersOf = (font: Buffer) => (create(font) as Font).characterSet;
    const trademark = 0x2122;
    expect(charactersOf(testFont(300))).toContain(trademark);
    for (const file of [typeface.regular.sfnt, typeface.regular.woff2]) {
      const characters = charactersOf(Buffer.from(file, 'base64'));
      expect(characters).toEqual(expect.arrayContaining([0x61, 0xe9, 0x153, 0x2019]));
      expect(characters).not.toContain(trademark);
    }
  });

  it('of the system needs no files', async () => {
    giveTokens('system');
    expect(await readBrand(content.at())).toEqual(brandOf({ light: {}, dark: {} }, { typeface: 'system' }));
  });

  it('changes pictures’ names with its fonts, beside the colours; that of the system doesn’t', async () => {
    const before = drawingKey((await readBrand(content.at())) ?? defaultBrand);
    expect(before).toMatch(/^[\da-f]{64}$/);
    give('own-regular.ttf', testFont(400));
    const { typeface } = (await readBrand(content.at())) ?? defaultBrand;
    const after = drawingKey(brandOf({ light: {}, dark: {} }, { typeface }));
    expect(after).not.toBe(before);
    const coloured = brandOf({ light: { ink: '#003300' }, dark: {} }, { typeface });
    expect(drawingKey(coloured)).toContain('#003300');
    expect(drawingKey(coloured)).toContain(after);
    expect(drawingKey({ ...defaultBrand, typeface: 'system' })).toBeUndefined();
  });
});

describe('the style sheets of a typeface', () => {
  const sheet = (name: string) => content.read(`made/${name}`);
  const write = async (fonts?: 'within') => {
    writeBrand(content.at('made'), (await readBrand(content.at())) ?? defaultBrand, fonts);
    return {
      family: sheet('family.css'),
      typeface: sheet('typeface.css'),
      addresses: sheet('font-addresses.ts'),
    };
  };

  it('name its family and a font for each weight, which are beside them', async () => {
    const { family, typeface, addresses } = await write();
    expect(addresses).toMatch(/'\.\/regular\.woff2\?url'[^]*'\.\/bold\.woff2\?url'/);
    expect(family).toBe(".web-font{--family:'Operators Own', var(--system);}");
    expect(typeface.match(/font-weight:\d+;font-display:optional;src:url\('[^']+'\)/g)).toEqual([
      "font-weight:400;font-display:optional;src:url('./regular.woff2')",
      "font-weight:700;font-display:optional;src:url('./bold.woff2')",
    ]);
    const font = create(readFileSync(content.at('made', 'bold.woff2'))) as Font;
    expect(font.postscriptName).toBe(`${testFontName}-ExtraBold`);
  });

  it('can have the fonts within', async () => {
    const { typeface, addresses } = await write('within');
    expect(addresses).toBe('export const fontAddresses = [];\n');
    expect(typeface.match(/url\('data:font\/woff2;base64,d09GMg[\w+/=]+'\)/g)).toHaveLength(2);
  });

  it('name no font where it is the system’s', async () => {
    giveTokens('system');
    expect(await write()).toEqual({
      family: '',
      typeface: '',
      addresses: 'export const fontAddresses = [];\n',
    });
  });

  it('name the program’s own where there is no other', async () => {
    giveTokens(undefined);
    const { family, typeface } = await write();
    expect(family).toContain('Atkinson Hyperlegible Next Variable');
    expect(typeface.match(/@font-face/g)).toHaveLength(1);
  });
});

describe('a typeface is refused', () => {
  it.each([
    ['sans', 'typeface: is neither “system” nor a family with its files'],
    [{ ...testTypeface, light: 'a.ttf' }, 'typeface.light: isn’t known. Use family, regular and bold.'],
    [{ ...testTypeface, bold: undefined }, 'typeface.bold: is missing — Write the name of a font file'],
    [{ ...testTypeface, bold: 'own-bold.woff2' }, 'typeface.bold: is no TrueType or OpenType file in this'],
    [{ ...testTypeface, bold: '../own-bold.ttf' }, 'typeface.bold: is no TrueType or OpenType file in this'],
    [{ ...testTypeface, family: "x';}" }, 'typeface.family: is no name — Use letters'],
  ])('where tokens.json says %j', async (typeface, message) => {
    giveTokens(typeface);
    expect((await refusal()).message).toContain(`${inFolder('tokens.json')} can’t be used:\n  ${message}`);
  });

  it('where a file is missing', async () => {
    rmSync(inFolder('own-bold.ttf'));
    expect((await refusal()).message).toContain(
      `${inFolder('own-bold.ttf')} doesn’t exist, and tokens.json names it as typeface.bold.`,
    );
  });

  it.each([
    ['is none', Buffer.from('<!doctype html>'), 'It is no TrueType or OpenType font'],
    ['is cut off', testFont(400).subarray(0, 9000), 'It is no TrueType or OpenType font, or isn’t complete.'],
    [
      'has another weight',
      testFont(700),
      'Its weight is 700, and typeface.regular needs one from 300 to 500.',
    ],
    ['lacks letters', testFont(400, 'latin-ext'), 'of the characters that the site’s languages need: '],
    ['is too large', tooLarge(), 'bytes when packed for the web, and at most 60000 are allowed.'],
  ])('where a font %s', async (_fault, font, reason) => {
    give('own-regular.ttf', font);
    const { message } = await refusal();
    expect(message).toContain(`${inFolder('own-regular.ttf')} can’t be used:\n`);
    expect(message).toContain(reason);
  });
});
