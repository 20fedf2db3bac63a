/** Builds a site of hostile content, looks at every file of it, and has a browser use a sample of its pages. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import { startContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { readConfig } from '@/config/config';
import { prepareContent } from '@/site/prepare/prepare';
import { freshFolder } from '../build/folders';
import { contentfulEnv, runWholeBuild, siteNow, type Env } from '../build/run-build';
import { browse } from './browse';
import { inspectSite } from './file-faults';
import { writeHostileContent } from './hostile-content';
import { marker } from './hostile-texts';
import type { AttackResult } from './attack-result';

const siteUrl = 'https://volunteering.example';

/** Hostile entries are refused by the hundred here, which would stop an honest publish. */
const tolerant: Env = { SITE_URL: siteUrl, CONTENT_LEFT_OUT_LIMIT: '100000,100%', FORMS: 'email' };

/** Pages that a browser visits, and searches that it makes, in each site. */
const visitedPages = 60;
const searches = 12;

/** `'On the site: 43 opportunity, 10 organization.' -> 53` */
function countShown(printed: string): number {
  const line = /^On the site: (.*)$/m.exec(printed)?.[1] ?? '';
  return [...line.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
}

/** `'  content/pages/a.yml · fr: has fields that the model doesn’t know: x' -> 'content/pages/a.yml', 'fr'` */
const unknownFields = /^ +(\S+\.yml)(?: · ([a-z]{2}))?: has fields that the model doesn’t know/gm;

/** `'  content/pages/a.yml · featured: is "x", which is not true or false' -> 'content/pages/a.yml'` */
const wrongFlags = /^ +(\S+\.yml) · \w+: is .*, which is not true or false/gm;

/**
 * Takes away the entries and translations that were left out for what a space can't have: fields that the model doesn't
 * know, and flags that are neither true nor false. The same texts would come from there without them, and be shown.
 */
async function dropWhatSpacesLack(printed: string): Promise<void> {
  for (const [, file = '', locale] of [...printed.matchAll(unknownFields), ...printed.matchAll(wrongFlags)]) {
    if (locale === undefined) await rm(file, { force: true });
    else if (existsSync(file)) {
      const fields = Object.entries(parse(await readFile(file, 'utf8')) as Record<string, unknown>);
      const rest = Object.fromEntries(fields.filter(([name]) => name !== locale));
      await writeFile(file, stringify(rest, { lineWidth: 0, aliasDuplicateObjects: false }));
    }
  }
}

/** What would be rendered, without where each entry came from. */
async function contentOf(env: Env): Promise<string> {
  const config = readConfig({ SITE_NOW: siteNow, ...env });
  const { content, making } = await prepareContent(config, () => undefined);
  making.stop();
  return JSON.stringify(content.entries.map((entry) => ({ ...entry, origin: undefined })));
}

/** True where the same content comes from a space as from files. */
async function isSameFromSpace(content: string, files: Env): Promise<boolean> {
  const standIn = await startContentfulStandIn({ content });
  try {
    return (await contentOf(files)) === (await contentOf({ ...tolerant, ...contentfulEnv(standIn) }));
  } finally {
    await standIn.close();
  }
}

/** Has a browser visit pages that run, ask another host and break their policy. Resolves to what it doesn't see. */
async function findBlindSpots(): Promise<string[]> {
  const dir = await freshFolder('attack/planted');
  await mkdir(`${dir}/en`, { recursive: true });
  const planted =
    `<!doctype html><title>Planted</title><script>${marker}(1)</script>` +
    `<meta http-equiv="content-security-policy" content="script-src 'none'"><script>${marker}(2)</script>` +
    '<img src="http://127.0.0.1:9/x.png">';
  await writeFile(`${dir}/en/index.html`, planted);
  const { executions, foreign, errors } = await browse(dir, 1, 0, 1);
  return [
    ...(executions.length === 1 ? [] : ['The browser doesn’t see a script that runs.']),
    ...(foreign.length === 1 ? [] : ['The browser doesn’t see a request to another host.']),
    ...(errors.some((error) => error.includes('Stopped by the policy: script-src'))
      ? []
      : ['The browser doesn’t see a script that the policy stops.']),
  ];
}

/** Attacks one site. Rejects where its build fails: a hostile entry must never stop a publish. */
export async function attackContent(opportunities: number, seed: number): Promise<AttackResult> {
  const folder = await freshFolder(`attack/content-${seed}`);
  const content = `${folder}/content`;
  const entries = await writeHostileContent(content, { opportunities, seed });
  const files = { ...tolerant, CONTENT_SOURCE: 'files', CONTENT_DIR: content };
  const { stdout } = await runWholeBuild(`${folder}/site`, files);
  const shown = countShown(stdout);
  const { files: inspected, faults } = inspectSite(`${folder}/site`, siteUrl);
  const { visited, executions, foreign, errors } = await browse(
    `${folder}/site`,
    visitedPages,
    searches,
    seed,
  );
  await dropWhatSpacesLack(stdout);
  return {
    counts: {
      'hostile entries': entries,
      'files read by another parser': inspected,
      'pages visited': visited,
    },
    wrong: [
      ...(await findBlindSpots()),
      ...(shown * 2 > entries ? [] : [`Only ${shown} of ${entries} hostile entries are shown.`]),
      ...((await isSameFromSpace(content, files))
        ? []
        : ['The entries from Contentful are not those from files.']),
      ...[...faults, ...executions, ...foreign, ...errors],
    ],
  };
}
