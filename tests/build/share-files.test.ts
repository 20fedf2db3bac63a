/** The files of the sample that are passed on: pictures, codes and sheets for printing, read back by other programs. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { readBuiltPages, type BuiltPage } from '../../scripts/built-site/read-pages';
import { ensurePoppler } from '../../scripts/install/test-tools';
import { siteUrl } from '../../scripts/test/ports';
import { readPage } from './page';
import { sharedSite } from './shared-site';

let dir: string;
let pages: readonly BuiltPage[];
/** Pages that offer pictures and sheets: the kits of campaigns, with the paths of those, and organizations. */
let campaigns: readonly BuiltPage[];
let organizations: readonly BuiltPage[];

beforeAll(async () => {
  ({ dir } = await sharedSite('sample'));
  pages = readBuiltPages(dir);
  const kits = pages.filter(({ html }) => html.includes('class="share-files"'));
  const isCampaign = ({ html }: BuiltPage) => html.includes('/campaign-');
  campaigns = kits.filter(isCampaign).map((kit) => ({ ...kit, path: kit.path.replace(/kit\/$/, '') }));
  organizations = kits.filter((kit) => !isCampaign(kit));
});

const fileOf = (address: string) => path.join(dir, new URL(address, siteUrl).pathname);

const property = (html: string, name: string) =>
  new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '';

const titleOf = (html: string) => /<h1[^>]*>([^<]+)</.exec(html)?.[1]?.trim() ?? '?';

/** The addresses of the files with these endings that a page offers, each once. */
const offered = (html: string, endings: string) => [
  ...new Set(
    [...html.matchAll(new RegExp(`href="(/share/[^"]+\\.(?:${endings}))"`, 'g'))].map(([, a = '']) => a),
  ),
];

/** The address in the code of a picture or drawing. */
async function readCode(picture: string | Buffer): Promise<string> {
  const image = sharp(picture).flatten({ background: '#fff' }).ensureAlpha();
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
}

/** A code leads to a page by its address, or by a short one that names it. */
function leadsTo(code: string, own: string): boolean {
  const { origin, pathname } = new URL(code);
  const short = path.join(dir, pathname, 'index.html');
  return origin === siteUrl && (pathname === own || readFileSync(short, 'utf8').includes(own));
}

describe('pictures', () => {
  it('are named by every page, with their size and what they show', async () => {
    const sizes = new Map<string, string>();
    for (const { path: own, html } of pages.filter((page) => page.html.includes('property="og:image"'))) {
      const url = property(html, 'og:image');
      expect(property(html, 'og:image:alt').length, own).toBeGreaterThan(20);
      expect(`${property(html, 'og:image:width')}x${property(html, 'og:image:height')}`, own).toBe(
        '1200x630',
      );
      if (sizes.has(url)) continue;
      const { format, width, height } = await sharp(fileOf(url)).metadata();
      sizes.set(url, `${format} ${width}x${height}`);
    }
    expect(new Set(sizes.values())).toEqual(new Set(['png 1200x630']));
    // Opportunities share one per task and language.
    const tasks = [...sizes.keys()].filter((url) => url.includes('/task-'));
    expect(tasks.length).toBeLessThanOrEqual(12 * locales.length);
  });

  it('and codes that a page offers lead to it', async () => {
    expect(campaigns.length).toBeGreaterThan(9);
    for (const { path: own, html } of [...campaigns, ...organizations.slice(0, 2)]) {
      const codes = await Promise.all(offered(html, 'png|svg').map((address) => readCode(fileOf(address))));
      expect(codes.length, own).toBeGreaterThan(0);
      expect(
        codes.filter((code) => !leadsTo(code, own)),
        own,
      ).toEqual([]);
    }
  });
});

const hasPoppler = ensurePoppler((line) => console.log(line));

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' });
const textOf = (file: string) => run('pdftotext', '-raw', file, '-').replaceAll(/\s+/g, ' ');

const codeOn = (file: string) =>
  readCode(execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', file], { maxBuffer: 1 << 26 }));

// Only Poppler can tell what is in a PDF, and only root on Debian can be given it; elsewhere a line has said so.
describe.skipIf(!hasPoppler)('sheets', () => {
  it('of a campaign can be read, heard and scanned', async () => {
    const [{ path: own, html } = { path: '', html: '' }] = campaigns;
    const title = titleOf(pages.find(({ path }) => path === own)?.html ?? '');
    const sheets = offered(html, 'pdf').map(fileOf);
    expect(sheets).toHaveLength(2);
    for (const file of sheets) {
      expect(run('pdfinfo', file)).toMatch(/Tagged: +yes[^]*Pages: +1\n/);
      expect(run('pdfinfo', '-struct-text', file)).toMatch(/H1 \(block\)\n/);
      // Each font is within.
      const [, , ...fonts] = run('pdffonts', file).trim().split('\n');
      expect(fonts.filter((font) => font.trim().split(/\s+/).at(-5) !== 'yes')).toEqual([]);
      expect(textOf(file)).toContain(title);
      expect(leadsTo(await codeOn(file), own)).toBe(true);
    }
  });

  it('of an organization say what their pages say', async () => {
    const [{ path: own, html } = { path: '', html: '' }] = organizations;
    const [flyer = ''] = offered(html, 'pdf').map(fileOf);
    expect(textOf(flyer)).toContain(titleOf(html));
    expect(await codeOn(flyer)).toBe(siteUrl + own);
  });

  it('for the press have the figures of the fact sheet, in its order', () => {
    const page = readPage(dir, pathOf('fr', { to: 'section', section: 'factSheet' }));
    const file = fileOf(offered(page.html, 'pdf')[0] ?? '');
    expect(run('pdfinfo', '-struct-text', file)).toMatch(/H1 \(block\)\n[^]*Table[^]*TH[^]*TD/);
    const text = textOf(file);
    const cells = page.all('td').map((cell) => cell.text);
    expect(cells.length).toBeGreaterThan(20);
    let end = 0;
    const found = cells.filter((cell) => {
      const start = text.indexOf(cell, end);
      if (start >= 0) end = start + cell.length;
      return start >= 0;
    });
    expect(found).toEqual(cells);
  });
});
