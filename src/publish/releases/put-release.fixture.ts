/** Publishes made-up sites to a folder of releases, as a build does. */
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBuildWorkspace } from '../build/build-workspace';
import { deploySite } from '../targets/deploy-site';
import { hashFiles } from '../targets/manifest';
import { keepOneApart } from './keep-apart';
import { openReleaseTarget } from './release-target';
import { liveRelease } from './releases';

const note = {
  source: 'files',
  now: 0,
  locales: ['en'],
  entries: [],
  addresses: { 'opportunity/a': ['/en/a/'] },
  fixedPages: ['/en/'],
};

/** Publishes a site of three pages; if it shares files, only the first page is new. Resolves to what is said. */
export async function putRelease(dir: string, words: string, shares = false): Promise<string[]> {
  const place = await openReleaseTarget(dir);
  const workspace = await openBuildWorkspace(place, () => undefined);
  const lines: string[] = [];
  try {
    for (const folder of ['', 'en', 'en/a']) {
      mkdirSync(path.join(workspace.staging, folder), { recursive: true });
      const file = path.join(folder, 'index.html');
      const staged = path.join(workspace.staging, file);
      if (shares && folder !== '') linkSync(path.join(dir, 'current', file), staged);
      else writeFileSync(staged, words);
    }
    const saved = (manifest: string) => [
      { file: place.noteFile, text: JSON.stringify({ ...note, manifest }) },
    ];
    const manifest = await hashFiles(workspace.staging);
    const hashes = new Map([...manifest].map(([name, hash]) => [`/${name}`, hash]));
    await deploySite({ target: place, workspace, saved, hashes });
    const live = liveRelease(dir) ?? 0;
    if (shares)
      lines.push(...(await keepOneApart({ home: dir, live, progress: (line) => lines.push(line) })));
  } finally {
    workspace.close();
  }
  return lines;
}
