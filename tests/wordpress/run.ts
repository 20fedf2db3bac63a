/** Shows a built site in WordPress, as people do: an address on a line of its own, and the code in a block of HTML. */
import { mkdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openBrowser } from '@scripts/bench/browser';
import { readBuiltPages } from '@scripts/built-site/read-pages';
import { findTemplatePages } from '@scripts/built-site/tested-pages';
import { ensureBrowser } from '@scripts/install/browser';
import { serveSite } from '@scripts/local/site/site-server';
import { freePorts } from '@scripts/test/free-ports';
import { runBuild } from '../build/run-build';
import { startWordPress, type Post } from './wordpress';

const folder = '.local/test-wordpress';

/** The kinds of pages that are looked at (`src/site/kinds.ts`). */
const opportunity = 'opportunity by e-mail';
const kinds = ['organization with a logo', 'campaign', opportunity] as const;

/** What was looked at, and what was wrong with it. */
export interface Finding {
  readonly what: string;
  /** The first words that a reader sees of it. */
  readonly shows: string;
  readonly faults: readonly string[];
}

const embedBlock = (url: string) =>
  `<!-- wp:embed {"url":"${url}"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${url}\n</div></figure>\n<!-- /wp:embed -->`;
const htmlBlock = (code: string) => `<!-- wp:html -->\n${code}\n<!-- /wp:html -->`;

const brief = (text: string) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 90);

/** Looks at a pasted address of a list: a quotation says what it is. */
async function lookAtQuotation(page: Page, url: string, title: string): Promise<Omit<Finding, 'what'>> {
  await page.goto(url);
  const quotation = page.locator('blockquote.wp-embedded-content');
  const text = (await quotation.isVisible()) ? await quotation.innerText() : '';
  return {
    shows: `quotation: ${brief(text)}`,
    faults: text.startsWith(`${title} – `) ? [] : [`the quotation is “${text}”`],
  };
}

/** Looks at code in a block of HTML of somebody who may write any: nothing of it is lost. */
async function lookAtCode(page: Page, url: string, code: string): Promise<Omit<Finding, 'what'>> {
  await page.goto(url);
  const faults: string[] = [];
  const frame = page.locator('iframe[src*="/embed/"]');
  const kept = (await frame.count()) > 0 ? await frame.evaluate((one) => one.outerHTML) : '';
  if (kept === '') return { shows: '', faults: ['the frame is gone'] };
  const same = await page.evaluate((html) => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    return document.body.innerHTML;
  }, code);
  if (kept !== same) faults.push(`the code has become ${kept}`);
  const heading = page
    .frameLocator('iframe[src*="/embed/"]')
    .locator('h1, h2')
    .filter({ visible: true })
    .first();
  return { shows: `frame: ${brief(await heading.innerText())}`, faults };
}

/** Looks at a pasted address that no card is made of: it stays there as text. */
async function lookAtAddress(page: Page, url: string, address: string): Promise<Omit<Finding, 'what'>> {
  await page.goto(url);
  const text = await page.locator('.wp-block-post-content').innerText();
  return {
    shows: `address: ${brief(text)}`,
    faults: text.trim() === address ? [] : [`it shows “${brief(text)}”`],
  };
}

/** Looks at what WordPress makes of a post, as text and links. */
async function lookAtText(page: Page, url: string, link: string): Promise<Omit<Finding, 'what'>> {
  await page.goto(url);
  const links = page.locator(`.wp-block-post-content a[href="${link}"], .entry-content a[href="${link}"]`);
  const text = (await links.count()) > 0 ? await links.first().innerText() : '';
  return { shows: `link: ${brief(text)}`, faults: text === '' ? [`there is no link to ${link}`] : [] };
}

/** Builds the sample, shows its pages in WordPress, and reports each. */
export async function runWordPress(
  print: (line: string) => void,
  report: (finding: Finding) => void,
): Promise<readonly Finding[]> {
  const [sitePort = 0, port = 0] = await freePorts(2);
  const siteUrl = `http://localhost:${sitePort}`;
  const dist = `${folder}/dist`;
  await mkdir(folder, { recursive: true });
  print('Building the sample');
  const built = await runBuild(dist, { SITE_URL: siteUrl, CONTENT_SOURCE: 'files' });
  if (built.code !== 0) throw new Error(`The build failed:\n${built.stderr}`);
  print('Starting WordPress');
  // First what can be missing: servers that are started would keep the command from ending.
  const browser = await openBrowser(ensureBrowser(print));
  const site = await serveSite({ dir: dist, port: sitePort });
  const wordPress = await startWordPress(`${folder}/wordpress`, port);
  const findings: Finding[] = [];
  try {
    print(`WordPress ${wordPress.version}`);
    const page = await browser.newPage();
    const pages = findTemplatePages(readBuiltPages(dist)).filter(({ locale }) => locale === 'fr');
    const pathOf = (template: string) => pages.find((one) => one.template === template)?.path ?? '';
    const titles = new Map<string, string>();
    const codes = new Map<string, string>();
    for (const template of kinds) {
      const address = siteUrl + pathOf(template);
      await page.goto(address);
      titles.set(template, await page.locator('h1').innerText());
      await page.goto(`${siteUrl}/fr/integrer/?of=${pathOf(template)}`);
      await page
        .getByRole('status')
        .filter({ hasText: titles.get(template) ?? '' })
        .waitFor();
      codes.set(template, await page.locator('#embed-code').innerText());
    }
    const posts: Post[] = kinds.flatMap((kind) => [
      { name: `${kind} pasted`, role: 'author', content: embedBlock(siteUrl + pathOf(kind)) },
      {
        name: `${kind} code, administrator`,
        role: 'administrator',
        content: htmlBlock(codes.get(kind) ?? ''),
      },
      { name: `${kind} code, author`, role: 'author', content: htmlBlock(codes.get(kind) ?? '') },
    ]);
    const addresses = wordPress.write(posts);
    const at = (name: string) => addresses[name] ?? '';
    for (const kind of kinds) {
      const title = titles.get(kind) ?? '';
      const add = async (what: string, looked: Promise<Omit<Finding, 'what'>>) => {
        const finding = { what: `${kind}, ${what}`, ...(await looked) };
        findings.push(finding);
        report(finding);
      };
      const pasted = at(`${kind} pasted`);
      if (kind === opportunity) await add('address', lookAtAddress(page, pasted, siteUrl + pathOf(kind)));
      else await add('address', lookAtQuotation(page, pasted, title));
      await add(
        'code of an administrator',
        lookAtCode(page, at(`${kind} code, administrator`), codes.get(kind) ?? ''),
      );
      await add('code of an author', lookAtText(page, at(`${kind} code, author`), siteUrl + pathOf(kind)));
    }
  } finally {
    await browser.close();
    await Promise.all([wordPress.stop(), site.close()]);
  }
  return findings;
}
