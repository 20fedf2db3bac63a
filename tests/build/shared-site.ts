/** Sites that several files of tests look at. Each is built once in a run, by the first that asks; nobody changes one. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { siteEnv } from '../../scripts/test/ports';
import { build, type BuiltSite } from './build-expectations';
import { justBefore, pagesEnv, writePagesContent } from './pages-content';
import { siteNow } from './run-build';
import { smallContent } from './small-content';
import { runDir } from '../../scripts/test/run-folder';

const makers = {
  /** The small content as it is. */
  minimal: () => build('minimal', { CONTENT_DIR: smallContent, SITE_NOW: siteNow }),
  /** The shipped content, which the browser tests look at (`siteDir`). */
  sample: () => build('sample', siteEnv),
  /** What the tests of pages look for, without the sample note and just before something closes. */
  'edge-cases': async () => {
    const folder = await writePagesContent('content/edge-cases');
    return build('edge-cases', { ...pagesEnv, CONTENT_DIR: folder, SITE_NOW: justBefore });
  },
} satisfies Record<string, () => Promise<BuiltSite>>;

/** What became of each, as the other test processes are told. */
const shared = `${runDir}/build/shared`;

/** Longer than a build takes on a slow machine, shorter than a test waits (ms). */
const patience = 150_000;

/** What an earlier run built is built anew: called once before all tests. */
export const setup = () => rm(shared, { recursive: true, force: true });

type Ending = { readonly site: BuiltSite } | { readonly failed: string };

async function make(name: keyof typeof makers): Promise<Ending> {
  try {
    return { site: await makers[name]() };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Resolves to the site of that name. Rejects where its build failed, here or in another process. */
export async function sharedSite(name: keyof typeof makers): Promise<BuiltSite> {
  const note = path.join(shared, `${name}.json`);
  await mkdir(shared, { recursive: true });
  const isFirst = await mkdir(path.join(shared, name)).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await writeFile(`${note}.new`, JSON.stringify(await make(name)));
    await rename(`${note}.new`, note);
  }
  for (const started = performance.now(); ; await setTimeout(100)) {
    const text = await readFile(note, 'utf8').catch(() => undefined);
    if (text !== undefined) {
      const ending = JSON.parse(text) as Ending;
      if ('site' in ending) return ending.site;
      throw new Error(ending.failed);
    }
    if (performance.now() - started > patience) throw new Error(`The site “${name}” was not built in time.`);
  }
}
