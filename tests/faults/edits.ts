/** The publish of random edits, which takes over files of the live site, is ended by force at random moments. */
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { createRandom } from '@bench/content/random';
import { contentsOf, differenceOf } from '../build/folders';
import { siteNow, type Env } from '../build/run-build';
import { runServing } from '../build/serving';
import { copyOfSmallContent, smallContent } from '../build/small-content';
import { makeEdits } from '../incremental/edits';
import { addCache, copySite, liveSite, publishInto, publishSound } from './stages';
import type { Trial } from './trial';

/** Longer than a publish of edits takes (ms). */
const longest = 12_000;

/** Starts a publish and ends it after so long (ms). */
async function killPublish(dir: string, env: Env, after: number): Promise<void> {
  const publish = runServing('publish-local', ['--to', dir], env);
  await Promise.race([wait(after), publish.exited]);
  publish.signal('SIGKILL');
  await publish.exited;
}

/** Edits a site, ends its publish and publishes it again, which has to give the site of a publish that makes everything. */
async function tryEdits(seed: number, sound: string): Promise<string[]> {
  const random = createRandom(seed);
  const site = { folder: await copyOfSmallContent(`content/edited-${seed}`), now: Date.parse(siteNow) };
  const edits = await makeEdits(site, random, random.int(1, 4));
  const env = {
    CONTENT_DIR: site.folder,
    SITE_NOW: new Date(site.now).toISOString(),
    // Random edits spoil entries, too.
    CONTENT_MAY_LACK: 'opportunity',
    CONTENT_LEFT_OUT_LIMIT: '1000,100%',
  };
  const [dir, whole] = [await copySite(sound, `edited-${seed}`), await copySite(sound, `whole-${seed}`)];
  await addCache(sound, dir);
  const before = contentsOf(liveSite(dir));
  const after = random.int(500, longest);
  await killPublish(dir, env, after);
  const left = contentsOf(liveSite(dir));
  const runs = [await publishInto(dir, env), await publishInto(whole, env)];
  const isWhole = [before, contentsOf(liveSite(dir))].some((site) => isDeepStrictEqual(left, site));
  const wrong = [
    ...runs.flatMap(({ code, stderr }) => (code === 0 ? [] : [stderr])),
    ...(isWhole ? [] : ['the live site was torn']),
    differenceOf(liveSite(whole), liveSite(dir)) ?? [],
  ].flat();
  return wrong.map((what) => `after ${after} ms, with ${edits.join(', ')}: ${what}`);
}

export function prepareEdits({ kills, seed }: { readonly kills: number; readonly seed: number }): Trial[] {
  let sound: Promise<string> | undefined;
  return Array.from({ length: kills }, (_, index) => ({
    name: `ended by force while edits ${seed + index} are published`,
    served: 'a whole site, then the new one',
    run: async () =>
      tryEdits(seed + index, await (sound ??= publishSound('unedited', { CONTENT_DIR: smallContent }))),
  }));
}
