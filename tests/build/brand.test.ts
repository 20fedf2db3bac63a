/** A site with a look of its own: nothing of the program's name, colours, logo and typeface is left in it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applyBrand, currentBrand, defaultBrand } from '@/brand/brand';
import { testFont, testFontName, testTypeface } from '@/brand/typeface.fixture';
import { readConfig } from '@/config/config';
import { locales } from '@/i18n/locales';
import { strings } from '@/i18n/strings';
import { fingerprint } from '@/offline/worker/check-response';
import { convertToPng } from '@/publish/files/write-share';
import { cardSvg } from '@/share/pictures/draw-card';
import { prepareContent } from '@/site/prepare/prepare';
import { siteContexts } from '@/views/frame/context';
import { sitePictures } from '@/views/share/site-pictures';
import { contentsOf, freshFolder } from './folders';
import { runBuild, runWholeBuild, siteNow } from './run-build';
import { changeEntry, copyOfSmallContent } from './small-content';

const other = {
  light: {
    ground: '#fffdf7',
    ink: '#00332e',
    'ink-2': '#2c5a54',
    wash: '#f2f7ef',
    line: '#cfdcd0',
    notice: '#e4f3ff',
    'on-notice': '#06283d',
    error: '#7d1a00',
    focus: '#5a2ca0',
    'thread-ink': '#014d40',
    marigold: '#ffd23f',
    'on-marigold': '#2a2100',
    leaf: '#3b7a1e',
    hibiscus: '#a63c06',
    sky: '#3d6fb4',
    deep: '#013a33',
    'deep-2': '#02473e',
    'on-deep': '#fefefe',
    'on-deep-2': '#d5ebe5',
    'deep-hibiscus': '#ffb38a',
    'deep-sky': '#9fd0ff',
  },
  dark: {
    ground: '#0a1a17',
    ink: '#eefaf6',
    'ink-2': '#c3ddd6',
    wash: '#12302a',
    line: '#39564f',
    notice: '#12303f',
    'on-notice': '#e4f3ff',
    error: '#ffbfa8',
    focus: '#cdb2ff',
    'thread-ink': '#4f9d8c',
    leaf: '#7bb661',
    hibiscus: '#e07b4a',
    sky: '#7ba7e0',
    deep: '#04120f',
    'deep-2': '#0b2620',
  },
};

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#014d40"/></svg>';

const names = { en: 'Hands Afar', fr: 'Mains lointaines', es: 'Manos lejanas' } as const;

/** The small content with that look. */
async function rebranded(
  folder: string,
  tokens: unknown = { ...other, typeface: testTypeface },
): Promise<string> {
  const content = await copyOfSmallContent(folder);
  await mkdir(path.join(content, 'brand'));
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

afterEach(() => applyBrand(undefined));

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
    expect(text('en/index.html')).toContain('<meta name="theme-color" content="#0a1a17"');
    expect(JSON.parse(text('es/app.webmanifest'))).toMatchObject({
      name: 'Manos lejanas',
      theme_color: '#fffdf7',
    });
    expect(text('embed/en/opportunities/index.html')).toContain('--ink:#00332e');
    expect(siteSheet()).toContain('--ink:#00332e');
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

  it('has its typeface in the pictures for sharing, whose names depend on it', async () => {
    const config = readConfig({ CONTENT_DIR: content, SITE_NOW: siteNow });
    const { site, making } = await prepareContent(config, () => undefined);
    making.stop();
    const draw = () =>
      siteContexts(site, new URL(config.site.url))
        .flatMap(sitePictures)
        .map((picture) => ({ path: picture.path.slice(1), svg: cardSvg(picture) }));
    const own = draw();
    expect(own.length).toBeGreaterThan(10);
    expect(all).toEqual(expect.arrayContaining(own.map((picture) => picture.path)));
    const [first] = own;
    const drawn = await convertToPng(first?.svg ?? '');
    const built = await readFile(path.join(dist, first?.path ?? ''));
    expect(built.equals(drawn)).toBe(true);
    applyBrand({ ...currentBrand(), typeface: undefined });
    for (const [index, other] of draw().entries()) {
      expect(other.path).not.toBe(own[index]?.path);
      expect(other.svg).not.toBe(own[index]?.svg);
    }
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

it('a site in the system’s typeface has no font', async () => {
  const dist = path.join(await freshFolder('system'), 'dist');
  await runWholeBuild(dist, { CONTENT_DIR: await rebranded('content/system', { typeface: 'system' }) });
  const all = [...contentsOf(dist).keys()];
  expect(all.filter((file) => file.endsWith('.woff2'))).toEqual([]);
  const [sheet = ''] = all.filter((file) => /^assets\/site\..*\.css$/.test(file));
  const css = await readFile(path.join(dist, sheet), 'utf8');
  expect(css).toContain('--family:var(--system)');
  expect(css).not.toMatch(/web-font|url\([^)]*woff2/);
  expect(all.some((file) => file.endsWith('.pdf'))).toBe(true);
});

it('a brand that can’t be read is refused, with the pair, its contrast and the file', async () => {
  const content = await rebranded('content/pale', { light: { ...other.light, ink: '#9fb8b4' } });
  const run = await runBuild(path.join(await freshFolder('pale'), 'dist'), { CONTENT_DIR: content });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain(`${content}/brand/tokens.json can’t be used:\n`);
  expect(run.stderr).toMatch(
    /light: “ink” #9fb8b4 on “ground” #fffdf7 has a contrast of 2\.\d\d:1, and text needs 4\.5:1\./,
  );
});
