/** The sheets for printing, opened by Poppler: what they say, in which fonts, and where their codes lead. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { ensurePoppler } from '../../scripts/install/poppler';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { full, languagesOf } from '../test-scope';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { siteDir, siteUrl } from '../../scripts/test/ports';
import { openWith } from './sample';

const pages = readBuiltPages(siteDir).filter(({ html }) => html.includes('class="share-files"'));
const campaigns = pages.filter(({ html }) => html.includes('/campaign-'));
const hasPoppler = ensurePoppler((line) => console.log(line));

// Only Poppler can tell what is in a PDF, and only root on Debian can be given it; elsewhere the line above has said so.
test.skip(!hasPoppler, 'Poppler isn’t here.');

const fileOf = (href: string) => path.join(siteDir, href);
const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' });

const sheetsOf = (html: string) =>
  [...html.matchAll(/href="(\/share\/[^"]+\.pdf)"/g)].map(([, href = '']) => href);

/** What Poppler says of a file: `{ Tagged: 'yes', … }`. */
function infoOf(file: string): Record<string, string> {
  const lines = run('pdfinfo', file).split('\n');
  return Object.fromEntries(lines.map((line) => [line.replace(/:.*/, ''), line.replace(/^[^:]*:\s*/, '')]));
}

/** The fonts of a file: name, and whether it is within. */
function fontsOf(file: string) {
  const [, , ...rows] = run('pdffonts', file).trim().split('\n');
  return rows.map((row) => ({ name: row.split(/\s+/)[0] ?? '', columns: row.trim().split(/\s+/).slice(-5) }));
}

async function codeOn(file: string): Promise<string> {
  const png = execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', file], { maxBuffer: 1 << 26 });
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
}

for (const locale of languagesOf('fr')) {
  test(`a campaign’s posters and flyers can be read, heard and scanned (${locale})`, async ({ page }) => {
    const own = campaigns.filter(({ path: at }) => at.startsWith(`/${locale}/`));
    expect(own.length).toBeGreaterThan(3);
    for (const { path: at, html } of full ? own : own.slice(0, 1)) {
      await page.goto(at);
      const title = await page.locator('h1').innerText();
      const sheets = sheetsOf(html);
      expect(sheets).toHaveLength(4);
      const sizes = [];
      for (const href of sheets) {
        const file = fileOf(href);
        const info = infoOf(file);
        expect(info, href).toMatchObject({ Title: title, Tagged: 'yes', Pages: '1' });
        expect(readFileSync(file, 'latin1'), href).toContain(`/Lang (${locale})`);
        expect(statSync(file).size, href).toBeLessThan(200_000);
        sizes.push(info['Page size']);
        // No picture: it is as sharp as the printer.
        expect(run('pdfimages', '-list', file).trim().split('\n'), href).toHaveLength(2);
        const fonts = fontsOf(file);
        expect(fonts.length).toBeGreaterThanOrEqual(2);
        for (const { name, columns } of fonts) {
          expect(name).toContain('AtkinsonHyperlegibleNext');
          expect(columns.slice(0, 3), name).toEqual(['yes', 'yes', 'yes']);
        }
        const text = run('pdftotext', file, '-').replaceAll(/\s+/g, ' ');
        expect(text).toContain(title.replaceAll(/\s+/g, ' '));
        const heard = run('pdfinfo', '-struct-text', file);
        expect(heard).toMatch(/H1 \(block\)\n/);
        const code = await codeOn(file);
        expect(code.startsWith(`${siteUrl}/${locale}/c/`), href).toBe(true);
        const printed = code.replace(/^https?:\/\//, '').replace(/\/$/, '');
        expect(text.replaceAll(' ', '')).toContain(printed);
        await page.goto(code);
        await expect(page).toHaveURL(at);
      }
      expect(sizes).toEqual([
        expect.stringContaining('(A4)'),
        expect.stringContaining('(A4)'),
        expect.stringMatching(/419\.5\d x 595\.2\d/),
        expect.stringMatching(/419\.5\d x 595\.2\d/),
      ]);
    }
  });

  test(`the press sheet has every figure of the fact sheet, with its source (${locale})`, async ({
    page,
  }) => {
    const t = translator(locale);
    await page.goto(pathOf(locale, { to: 'section', section: 'factSheet' }));
    const href = await page.getByRole('link', { name: t('print.press') }).getAttribute('href');
    const file = fileOf(href ?? '');
    const text = run('pdftotext', '-raw', file, '-').replaceAll(/\s+/g, ' ');
    const cells = await page.locator('table td').allInnerTexts();
    expect(cells.length).toBeGreaterThan(20);
    for (const cell of cells) expect(text).toContain(cell.replaceAll(/\s+/g, ' '));
    const name = translator(locale)('site.name');
    expect(infoOf(file)).toMatchObject({ Tagged: 'yes', Author: name });
    expect(text).toContain(t('print.author', { name }));
    const open = openWith(locale, {}).length;
    expect(text).toContain(`${open} ${t.count('home.figure.open', open)}`);
    expect(run('pdfinfo', '-struct', file)).toMatch(/Table/);
    for (const { columns } of fontsOf(file)) expect(columns[0]).toBe('yes');
  });
}

test('in black and white there is nothing else', async () => {
  const grey = sheetsOf(campaigns[0]?.html ?? '').filter((href) => href.includes('-grey-'));
  expect(grey).toHaveLength(2);
  for (const href of grey) {
    const png = execFileSync('pdftoppm', ['-r', '40', '-png', '-singlefile', fileOf(href)], {
      maxBuffer: 1 << 26,
    });
    const { channels } = await sharp(png).stats();
    const [red, green, blue] = channels.map(({ mean }) => Math.round(mean * 100));
    expect([green, blue]).toEqual([red, red]);
    // Ink costs: most of the sheet is paper.
    expect(channels[0]?.mean).toBeGreaterThan(190);
  }
});

test('an organization’s flyer says its name, and its code leads to its page', async () => {
  const organizations = pages.filter(
    ({ html }) => html.includes('-a5-colour-') && !html.includes('-a4-colour-'),
  );
  expect(organizations.length).toBeGreaterThan(40);
  for (const { path: at, html } of full ? organizations : organizations.slice(0, 2)) {
    const [href = '', ...others] = sheetsOf(html);
    expect(others).toEqual([]);
    const name = /<h1[^>]*>([^<]+)</.exec(html)?.[1] ?? '?';
    expect(run('pdftotext', fileOf(href), '-').replaceAll(/\s+/g, ' ')).toContain(name.trim());
    expect(await codeOn(fileOf(href))).toBe(siteUrl + at);
  }
});
