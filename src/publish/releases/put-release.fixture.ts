/** Publishes made-up sites to a folder of releases, as a build does. */
import { linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBuildWorkspace } from '../build/build-workspace';
import { deploySite } from '../targets/deploy-site';
import { hashFiles } from '../targets/manifest';
import { openReleaseTarget } from './release-target';

const note = {
  source: 'files',
  now: 0,
  locales: ['en'],
  entries: [],
  addresses: { 'opportunity/a': ['/en/a/'] },
  fixedPages: ['/en/'],
};

/** Publishes a site of three pages; if it shares files, only the first page is new. */
export async function putRelease(dir: string, words: string, shares = false): Promise<void> {
  const place = await openReleaseTarget(dir);
  const workspace = await openBuildWorkspace(place, () => undefined);
  try {
    for (const folder of ['', 'en', 'en/a']) {
      mkdirSync(path.join(workspace.staging, folder), { recursive: true });
      const file = path.join(folder, 'index.html');
      const staged = path.join(workspace.staging, file);
      const published = path.join(dir, 'current', file);
      if (!shares || folder === '') writeFileSync(staged, words);
      else if (place.isApart) writeFileSync(staged, readFileSync(published));
      else linkSync(published, staged);
    }
    const saved = (manifest: string) => [
      { file: place.noteFile, text: JSON.stringify({ ...note, manifest }) },
    ];
    const hashes = await hashFiles(workspace.staging);
    await deploySite({ target: place, workspace, saved, hashes });
  } finally {
    workspace.close();
  }
}
