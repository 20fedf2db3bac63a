/**
 * Makes random edits of a content folder and everything of the site after each, and compares what has the
 * same key as before: it must have the same bytes, since a publish would take it over. Prints a `KeyComparison` as JSON.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { createRandom } from '@bench/content/random';
import { readConfig } from '@/config/config';
import { buildRenderEnvironment } from '@/config/render-config';
import { planSiteFiles } from '@/publish/files/planned-files';
import { publishVersion } from '@/publish/incremental/publish-version';
import { openBundle } from '@/publish/pages/bundle';
import { hashCode } from '@/publish/pages/bundle';
import { renderPages } from '@/publish/pages/render-pages';
import { sha256 } from '@/publish/targets/manifest';
import { prepareContent } from '@/site/prepare/prepare';
import { writeSnapshot } from '@/site/prepare/snapshot';
import { makeEdits, type EditedSite } from './edits';

export interface KeyComparison {
  /** Files that had the key of the publish before, over all histories. */
  readonly same: number;
  /** Files that had another key. */
  readonly changed: number;
  /** Files with the same key and other bytes, each with its history. */
  readonly wrong: readonly string[];
}

/** A made file. */
interface Made {
  readonly key: string;
  readonly hash: string;
}

const [folder = '', work = '', start = '', histories = '0', seed = '0'] = process.argv.slice(2);

const code = hashCode();
const { signal } = new AbortController();
const outDir = path.join(work, 'pages');
mkdirSync(outDir, { recursive: true });

/** Makes all files of the site that have keys. */
async function makeFiles(site: EditedSite): Promise<{ version: string; files: Map<string, Made> }> {
  const config = readConfig({
    CONTENT_DIR: site.folder,
    SITE_NOW: new Date(site.now).toISOString(),
    CONTENT_MAY_LACK: 'opportunity',
    CONTENT_LEFT_OUT_LIMIT: '1000,100%',
  });
  const prepared = await prepareContent(config, () => undefined);
  prepared.making.stop();
  const own = mkdtempSync(path.join(work, 'publish-'));
  const bundle = await openBundle({ config, code, work: path.join(own, 'bundle'), signal });
  const snapshot = path.join(own, 'content.json');
  await writeSnapshot(snapshot, prepared.content);
  const files = new Map<string, Made>();
  await renderPages({
    bundle,
    outDir,
    siteUrl: config.site.url,
    env: buildRenderEnvironment({ config, snapshot }),
    secrets: [],
    known: new Map(),
    processes: 1,
    onPages: (records) => {
      for (const { file, key, hash } of records) if (key !== undefined) files.set(file, { key, hash });
    },
    signal,
  });
  for (const { key, make } of planSiteFiles(prepared.site, new URL(config.site.url)))
    if (key !== undefined)
      for (const { path: file, text } of make()) files.set(file, { key, hash: sha256(text) });
  return { version: publishVersion(code, config, prepared.content), files };
}

const site: EditedSite = { folder, now: Number(start) };
const random = createRandom(Number(seed));
let same = 0;
let changed = 0;
const wrong: string[] = [];
let before = await makeFiles(site);
for (let history = 1; history <= Number(histories); history++) {
  const made = await makeEdits(site, random, random.int(1, 5));
  const after = await makeFiles(site);
  for (const [file, { key, hash }] of after.files) {
    const earlier = before.files.get(file);
    if (!earlier || before.version !== after.version) continue;
    if (earlier.key !== key) changed++;
    else if (earlier.hash === hash) same++;
    else wrong.push(`${history}: ${file} after ${made.join(', ')}`);
  }
  before = after;
}
console.log(JSON.stringify({ same, changed, wrong } satisfies KeyComparison));
