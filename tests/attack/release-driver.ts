/**
 * Publishes made-up sites to a folder of releases and goes back, in turns, until it is killed. Usage: DIR SEED. It works
 * in the folder in which it is started, and prints a line for what it has done.
 */
import { writeSync } from 'node:fs';
import { createRandom } from '@scripts/bench/content/random';
import { deploySite } from '@/publish/targets/deploy-site';
import { describeFailure } from '@/publish/failure';
import { ReleaseError, rollBack } from '@scripts/publish-local/local-command';
import { createJsonNote } from '@/publish/targets/notes';
import { hashFiles } from '@/publish/targets/manifest';
import { keepOneApart } from '@/publish/releases/keep-apart';
import { withReleaseLock } from '@/publish/releases/releases';
import { openReleaseTarget } from '@/publish/releases/release-target';
import { liveRelease } from '@/publish/releases/releases';
import { openBuildWorkspace } from '@/publish/build/build-workspace';
import { writeSite } from './made-site';

const [dir = '', seed = '0'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const ignore = () => undefined;

// Unbuffered, so that a line which was printed is never lost to the kill.
const say = (line: string) => writeSync(1, `${line}\n`);

async function publishSite(generation: string): Promise<void> {
  await withReleaseLock(dir, async () => {
    const place = await openReleaseTarget(dir);
    const workspace = await openBuildWorkspace(place, ignore);
    try {
      writeSite(workspace.staging, generation);
      const note = { source: 'files', locales: ['en'], shown: {}, entries: {}, standing: [] };
      const notes = (manifest: string) => [createJsonNote(place.noteFile, { ...note, manifest })];
      const manifest = await hashFiles(workspace.staging);
      const hashes = new Map([...manifest].map(([name, hash]) => [`/${name}`, hash]));
      await deploySite({ target: place, workspace, notes, hashes });
      await keepOneApart({ home: place.home, live: liveRelease(dir) ?? 0, progress: ignore });
    } finally {
      workspace.close();
    }
  });
}

async function goBack(): Promise<void> {
  try {
    await rollBack({ dir, to: undefined, print: ignore });
  } catch (error) {
    // There is nothing before the first release.
    if (!(error instanceof ReleaseError)) throw error;
  }
}

try {
  say('started');
  for (let turn = 0; ; turn++) {
    if (turn > 0 && random.chance(0.3)) await goBack();
    else await publishSite(`${seed}.${turn}`);
    say(`turn ${turn}`);
  }
} catch (error) {
  say(`failed: ${describeFailure(error)}`);
  process.exitCode = 1;
}
