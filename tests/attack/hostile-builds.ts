/** Builds hostile content through both sources and looks at every file and a sample of the pages. */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import { startContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { readConfig } from '@/config/config';
import { prepareContent } from '@/site/prepare/prepare';
import { differenceOf, freshFolder, versionFiles } from '../build/folders';
import { contentfulEnv, runWholeBuild, siteNow, type Env } from '../build/run-build';
import { browse } from './browse';
import { writeHostileContent } from './hostile-content';
import { inspectSite } from './file-faults';

export interface HostileBuildOptions {
  readonly opportunities: number;
  readonly seed: number;
  /** True: both sites are rendered. False: one is, and of the other source the content that would be is compared. */
  readonly isEachRendered: boolean;
  /** Pages that a browser visits. */
  readonly pages: number;
  readonly searches: number;
}

/** What hostile content led to. All lists are empty where nothing went wrong. */
export interface HostileBuild {
  /** Files that claimed to be entries, and how many of them the site shows. */
  readonly entries: number;
  readonly shown: number;
  /** Files of the site that were read by another parser. */
  readonly files: number;
  readonly faults: readonly string[];
  readonly visited: number;
  readonly executions: readonly string[];
  readonly foreign: readonly string[];
  readonly errors: readonly string[];
  /** How what comes from Contentful differs from what comes from files; undefined where it is the same. */
  readonly difference: string | undefined;
}

const siteUrl = 'https://volunteering.example';

/** Hostile entries are refused by the thousand here, which would stop an honest publish. */
const tolerant: Env = { SITE_URL: siteUrl, CONTENT_LEFT_OUT_LIMIT: '100000,100%', FORMS: 'email' };

/** `'On the site: 43 opportunity, 10 organization.' -> 53` */
function shownIn(printed: string): number {
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
  const { content, making } = await prepareContent(
    readConfig({ SITE_NOW: siteNow, ...env }),
    () => undefined,
  );
  making.stop();
  return JSON.stringify(content.entries.map((entry) => ({ ...entry, origin: undefined })));
}

/** Builds from both sources. Rejects where a build fails: a hostile entry must never stop a publish. */
export async function buildHostileContent(options: HostileBuildOptions): Promise<HostileBuild> {
  const folder = await freshFolder(`attack/content-${options.seed}`);
  const content = `${folder}/content`;
  const entries = await writeHostileContent(content, options);
  const files = { ...tolerant, CONTENT_SOURCE: 'files', CONTENT_DIR: content };
  const fromFiles = await runWholeBuild(`${folder}/files`, files);
  await dropWhatSpacesLack(fromFiles.stdout);
  const standIn = await startContentfulStandIn({ content });
  const contentful = { ...tolerant, ...contentfulEnv(standIn) };
  let difference: string | undefined;
  try {
    if (options.isEachRendered) {
      await runWholeBuild(`${folder}/contentful`, contentful);
      difference = differenceOf(`${folder}/files`, `${folder}/contentful`, versionFiles);
    } else if ((await contentOf(files)) !== (await contentOf(contentful))) {
      difference = 'The entries from Contentful are not those from files.';
    }
  } finally {
    await standIn.close();
  }
  const { counts, faults } = inspectSite({ dir: `${folder}/files`, siteUrl });
  const { visited, executions, foreign, errors } = await browse({ dir: `${folder}/files`, ...options });
  return {
    entries,
    shown: shownIn(fromFiles.stdout),
    files: [...counts.values()].reduce((sum, count) => sum + count, 0),
    faults,
    visited,
    executions,
    foreign,
    errors,
    difference,
  };
}
