/** A site with a look of its own: nothing of the program's name, colours, logo and typeface is left in it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultBrand } from '@/brand/brand';
import { testFont, testFontName, testTypeface } from '@/brand/typeface.fixture';
import { locales } from '@/i18n/locales';
import { strings } from '@/i18n/strings';
import { fingerprint } from '@/offline/worker/check-response';
import { contentsOf, freshFolder } from './folders';
import { runWholeBuild } from './run-build';
import { changeEntry, copyOfSmallContent } from './small-content';

/** Each colour a shade beside the program's own, so that every contrast is much as it was: `'#fff' -> '#fefefe'`. */
const beside = (colours: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(colours).map(([name, hex]) => {
      const digits = hex.length === 4 ? hex.slice(1).replaceAll(/./g, '$&$&') : hex.slice(1);
      return [name, `#${(Number.parseInt(digits, 16) ^ 0x01_01_01).toString(16).padStart(6, '0')}`];
    }),
  );

const other = { light: beside(defaultBrand.light), dark: beside(defaultBrand.dark) };

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#014d40"/></svg>';

const names = { en: 'Hands Afar', fr: 'Mains lointaines', es: 'Manos lejanas' } as const;

/** The small content with that look. */
async function rebranded(folder: string): Promise<string> {
  const content = await copyOfSmallContent(folder);
  await mkdir(path.join(content, 'brand'));
  const tokens = { ...other, typeface: testTypeface };
  await writeFile(path.join(content, 'brand', 'tokens.json'), JSON.stringify(tokens));
  await writeFile(path.join(content, 'brand', 'logo.svg'), logo);
  await writeFile(path.join(content, 'brand', testTypeface.regular), testFont(300));
  await writeFile(path.join(content, 'brand', testTypeface.bold), testFont(800));
  await changeEntry(content, 'settings/site', (fields) => ({
    ...fields,
    ...Object.fromEntries(
      locales.map((locale) => [
        locale,
        {
          ...(fields[locale] as object),
          name: names[locale],
          footerLinks: [{ text: `Blog ${locale}`, url: 'https://blog.example/' }],
        },
      ]),
    ),
  }));
  return content;
}

describe('a second brand', () => {
  let content: string;
  let dist: string;
  let all: readonly string[];
  let texts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    dist = path.join(await freshFolder('brand'), 'dist');
    content = await rebranded('content/brand');
    await runWholeBuild(dist, { CONTENT_DIR: content });
    all = [...contentsOf(dist).keys()];
    const files = all.filter((file) => !/(?:\/|\.(?:png|webp|avif|woff2|pagefind|pdf|pf_\w+))$/.test(file));
    texts = new Map(
      await Promise.all(
        files.map(async (file) => [file, await readFile(path.join(dist, file), 'utf8')] as const),
      ),
    );
  });

  /** The files in which a text stands. */
  const filesWith = (text: string) =>
    [...texts].filter(([, content]) => content.toLowerCase().includes(text)).map(([file]) => file);

  const siteSheet = () => [...texts].find(([file]) => /^assets\/site\..*\.css$/.test(file))?.[1] ?? '';

  it('leaves none of the program’s own colours in any file', () => {
    expect(texts.size).toBeGreaterThan(100);
    const own = [...Object.values(defaultBrand.light), ...Object.values(defaultBrand.dark)];
    // White and black aren’t anybody’s: print and copies have them.
    for (const colour of new Set(own.filter((hex) => hex.length > 4)))
      expect({ colour, files: filesWith(colour) }).toEqual({ colour, files: [] });
  });

  it('leaves none of the program’s own names', () => {
    // A calendar names the program that made it, which is no part of the site.
    const all = [...texts].map(
      ([file, text]) => [file, text.replaceAll('-//Online Volunteering//', '')] as const,
    );
    for (const locale of locales) {
      const name = strings[locale]['site.name'];
      const files = all.filter(([, text]) => text.includes(name)).map(([file]) => file);
      expect({ name, files }).toEqual({ name, files: [] });
    }
  });

  it('is seen in pages, the manifest, embeds and the icon', () => {
    const text = (file: string) => texts.get(file) ?? '';
    expect(text('icon.svg')).toBe(logo);
    expect(text('en/index.html')).toContain('<img class="weave" src="/icon.svg" alt');
    expect(text('fr/index.html')).toContain('Mains lointaines');
    expect(text('fr/index.html')).toContain('<a href="https://blog.example/" rel="noopener">Blog fr</a>');
    expect(text('en/index.html')).toContain(`<meta name="theme-color" content="${other.dark['ground']}"`);
    expect(JSON.parse(text('es/app.webmanifest'))).toMatchObject({
      name: 'Manos lejanas',
      theme_color: other.light['ground'],
    });
    expect(text('embed/en/opportunities/index.html')).toContain(`--ink:${other.light['ink']}`);
    expect(siteSheet()).toContain(`--ink:${other.light['ink']}`);
  });

  it('has its typeface in the style sheet, and no other font', async () => {
    const faces = [...siteSheet().matchAll(/@font-face\{[^}]*\}/g)].map(([face]) => face);
    const own = faces.filter((face) => face.includes('url('));
    expect(siteSheet()).toContain(`.web-font{--family:"${testTypeface.family}"`);
    expect(own.map((face) => /font-weight:(\d+)/.exec(face)?.[1])).toEqual(['400', '700']);
    for (const face of own) {
      expect(face).toContain(`font-family:${testTypeface.family};`);
      expect(face).toContain('font-display:optional');
    }
    const fonts = own.map((face) => /url\(\/(assets\/(?:regular|bold)\.[\w-]{8}\.woff2)\)/.exec(face)?.[1]);
    expect(all.filter((file) => /\.(?:woff2?|ttf|otf)$/.test(file))).toEqual(fonts.toSorted());
    expect(filesWith('atkinson-hyperlegible')).toEqual([]);
    // Not among the files that a visitor's device may store.
    for (const file of fonts)
      expect(texts.get('sw.js')).not.toContain(
        await fingerprint(`/${file}`, await readFile(path.join(dist, file ?? ''))),
      );
  });

  it('has its typeface in what is printed, alone', async () => {
    const sheets = all.filter((file) => file.endsWith('.pdf'));
    expect(sheets.length).toBeGreaterThan(3);
    for (const sheet of sheets) {
      const pdf = await readFile(path.join(dist, sheet), 'latin1');
      const fonts = [...pdf.matchAll(/\/FontName \/(?:[A-Z]{6}\+)?(\w+)-/g)].map(([, name]) => name);
      expect({ sheet, fonts: [...new Set(fonts)] }).toEqual({ sheet, fonts: [testFontName] });
    }
  });
});
