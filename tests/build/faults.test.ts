/**
 * Input with something wrong in it of which a right site comes all the same: what can't be shown is left out and named
 * with its reason, everything else is as it would have been. The content that a build renders is compared under every
 * fault, since rendering knows nothing of where it came from (tests/build/identity.test.ts) and shows nothing that isn’t
 * in it (states.test.ts); whole sites are by `npm run test:faults`.
 */
import { cp, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FaultName } from '@scripts/local/contentful/faults/faults';
import { full } from '../test-scope';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { build, prepareAttempt, underFault, type BuiltSite, type AttemptContent } from './build-expectations';
import { brokenLinks } from './broken-links';
import { readPage } from './page';
import { costly, first, harmless } from '../faults/shown';
import { sharedSite } from './shared-site';
import { changeEntry, copyOfSmallContent, smallContent } from './small-content';

const buildUnder = (fault: FaultName) => underFault(fault, (env) => build(fault, env));
const prepareUnder = (fault: FaultName) => underFault(fault, prepareAttempt);

let sound: BuiltSite & AttemptContent;
beforeAll(async () => {
  sound = { ...(await prepareAttempt({ CONTENT_DIR: smallContent })), ...(await sharedSite('minimal')) };
});

describe('the small content without a fault', () => {
  it('is built whole', () => {
    expect(sound.lines).toContain(
      'On the site: 5 opportunity, 2 organization, 1 campaign, 1 story, 1 resource, 1 page, 1 synonyms, 1 settings.',
    );
    expect(sound.leftOut).toEqual([]);
    expect(brokenLinks(sound.dir)).toEqual([]);
  });
});

describe.concurrent('a fault that is got over', () => {
  it.each(Object.entries(harmless) as [FaultName, string | RegExp][])('%s', async (fault, line) => {
    const { content, lines, leftOut } = await prepareUnder(fault);
    expect(lines).toContainEqual(typeof line === 'string' ? line : expect.stringMatching(line));
    expect(leftOut).toEqual([]);
    expect(content).toEqual(sound.content);
  });
});

describe.concurrent('a fault that costs an opportunity', () => {
  let without: AttemptContent;
  beforeAll(async () => {
    // The same content in which an editor took that opportunity back.
    const folder = await copyOfSmallContent('content/without-first');
    await changeEntry(folder, 'opportunities/caption-harbour-films', (entry) => ({
      ...entry,
      status: 'draft',
    }));
    without = await prepareAttempt({ CONTENT_DIR: folder });
  });

  it.each(Object.entries(costly) as [FaultName, string[]][])('%s', async (fault, reasons) => {
    const { content, leftOut, lines } = await prepareUnder(fault);
    expect(leftOut).toEqual(reasons);
    expect(lines).toContainEqual(expect.stringMatching(/^On the site: 4 opportunity, 2 organization, /));
    expect(content).toEqual(without.content);
  });
});

describe.concurrent('a fault that changes the site', () => {
  it('link-cycle: what leads to the wrong type is left out, and nothing hangs', async () => {
    const { leftOut } = await prepareUnder('link-cycle');
    expect(leftOut).toEqual(
      [first, 'Contentful entry proofread-tide-tables'].map(
        (entry) =>
          `${entry} · organization: leads to the organization “caption-harbour-films”, which doesn’t exist — Choose an entry that exists.`,
      ),
    );
  });

  it.runIf(full)('link-cycle: a campaign shows what is left', async () => {
    const { dir } = await buildUnder('link-cycle');
    expect(brokenLinks(dir)).toEqual([]);
    const campaign = readPage(dir, '/en/campaigns/boats-and-beans/');
    expect(campaign.text).toContain('Proofread eight shipyard notebooks');
    expect(campaign.text).not.toContain('Caption twelve films');
  });

  it('missing-locale: what can’t do without it is left out', async () => {
    const { content, leftOut } = await prepareUnder('missing-locale');
    expect(content.locales).toEqual(['en', 'fr']);
    // What was first written in Spanish went with it, and what can't do without that.
    expect(new Set(leftOut.map((line) => line.replace(/ · .*/s, '')))).toEqual(
      new Set(
        ['registrar-frijoles', 'semilla-viva', 'translate-seed-letters'].map(
          (id) => `Contentful entry ${id}`,
        ),
      ),
    );
    expect(leftOut).toContain(
      'Contentful entry semilla-viva · es: is where this was first written (Español), but there is no Español text — Write it in that language, add that language to the space, or correct “Written in”.',
    );
  });

  it.runIf(full)('missing-locale: the site has the languages that are left', async () => {
    const { dir } = await buildUnder('missing-locale');
    expect(existsSync(`${dir}/es`)).toBe(false);
    expect(readPage(dir, '/').switcher).toEqual({ en: '/en/', fr: '/fr/' });
    expect(brokenLinks(dir)).toEqual([]);
  });

  it.runIf(full)('hostile-markdown: the words are kept, everything else is gone', async () => {
    const { dir, leftOut } = await buildUnder('hostile-markdown');
    expect(leftOut).toEqual([]);
    const page = readPage(dir, '/en/opportunities/caption-twelve-films-about-boat-building/');
    const prose = page.all('div', { class: 'prose' }).map(({ text }) => text);
    expect(prose[0]).toBe(
      'You watch one film and write what is said. four minutes each any player a link and another a third',
    );
    expect(page.all('strong').map(({ text }) => text)).toContain('one film');
    const dangerous = /alert\(|javascript:\S|data:text|onerror=|<iframe|src="x"|position:fixed/i;
    const pagesWithIt = (site: string) =>
      readBuiltPages(site).flatMap(({ path, html }) => (dangerous.test(html) ? [path] : []));
    // The page about showing opportunities elsewhere has a frame of its own.
    expect(pagesWithIt(dir)).toEqual(pagesWithIt(sound.dir));
    expect(pagesWithIt(dir).filter((path) => path.includes('/opportunities/'))).toEqual([]);
  });

  it('asset-without-file: an editor is told, and nothing is left out', async () => {
    const { leftOut, warnings } = await prepareUnder('asset-without-file');
    expect(leftOut).toEqual([]);
    expect(warnings.filter((line) => line.includes('picture'))).toEqual([
      'Contentful entry boats-and-beans · hero: is the picture “hero.png”, which doesn’t exist — Upload it, or choose another.',
      'Contentful entry harbour-school · logo: is the picture “orgs--harbour.png”, which doesn’t exist — Upload it, or choose another.',
    ]);
  });

  it.runIf(full)('asset-without-file: the pages do without their pictures', async () => {
    const { dir } = await buildUnder('asset-without-file');
    expect(readPage(sound.dir, '/en/campaigns/boats-and-beans/').all('picture')).toHaveLength(1);
    expect(
      readBuiltPages(dir).flatMap(({ path, html }) => (html.includes('<picture') ? [path] : [])),
    ).toEqual([]);
    expect(brokenLinks(dir)).toEqual([]);
  });
});

describe.concurrent('files with slips of the pen', () => {
  it('are named, each with what is wrong, and the rest is shown', async () => {
    const folder = await copyOfSmallContent('content/slips');
    await writeFile(`${folder}/resources/unclosed.yml`, 'en:\n  title: "Your first caption\n');
    await writeFile(`${folder}/resources/starred.yml`, 'en:\n  title: *New*\n');
    await writeFile(`${folder}/pages/empty.yml`, '');
    await writeFile(`${folder}/pages/notes.txt`, 'Call back');
    await writeFile(`${folder}/stories/a name with spaces.yml`, 'en:\n  title: A\n');
    await cp(`${folder}/organizations/semilla-viva.yml`, `${folder}/organizations/semilla.yml`);
    await changeEntry(folder, 'organizations/semilla', (entry) => ({
      ...entry,
      colour: 'green',
      website: 'javascript:alert(1)',
    }));
    const { content, leftOut } = await prepareAttempt({ CONTENT_DIR: folder });
    expect(leftOut.map((line) => line.replace(`${folder}/`, ''))).toEqual([
      'stories/a name with spaces.yml: has a name that can’t be an id — Use 1 to 64 letters, digits, dots, hyphens or underscores.',
      'resources/starred.yml: has a text that begins with * outside of quotes: *New* — Put it into quotes: "*New*"',
      'resources/unclosed.yml: is not valid YAML: Missing closing "quote at line 3, column 1 — Fix that line. Its earlier version is in the history.',
      'pages/empty.yml: holds no fields — Write `name: value` lines, or delete the file.',
      'pages/notes.txt: is not a .yml file — Rename it to end in .yml, or move it out of this folder.',
      'organizations/semilla.yml: has fields that the model doesn’t know: colour — Remove them, or correct their names.',
    ]);
    expect(content).toEqual(sound.content);
  });

  it('three that may be left out, because the limit was raised', async () => {
    const folder = await copyOfSmallContent('content/raised');
    for (const id of ['caption-harbour-films', 'proofread-tide-tables', 'registrar-frijoles'])
      await changeEntry(folder, `opportunities/${id}`, (entry) => ({ ...entry, taskTypes: ['juggling'] }));
    const { leftOut, lines } = await prepareAttempt({
      CONTENT_DIR: folder,
      CONTENT_LEFT_OUT_LIMIT: '3,2%',
    });
    expect(leftOut).toHaveLength(3);
    expect(lines).toContainEqual(expect.stringMatching(/^On the site: 2 opportunity, /));
  });
});
