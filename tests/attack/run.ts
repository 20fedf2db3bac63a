/** `npm run test:full -- attack`: a site of hostile content, whose every file is read and whose pages a browser uses. */
import { mkdir, writeFile } from 'node:fs/promises';
import { freshFolder } from '../build/folders';
import { runWholeBuild } from '../build/run-build';
import { browse } from './browse';
import { inspectSite } from './file-faults';
import { writeHostileContent } from './hostile-content';
import { marker } from './hostile-texts';

const siteUrl = 'https://volunteering.example';

/** Pages that a browser visits, and searches that it makes. */
const visitedPages = 60;
const searches = 12;

/** Findings that are printed; the rest is of the same kind mostly. */
const mostFindings = 50;

/** `'On the site: 43 opportunity, 10 organization.' -> 53` */
function countShown(printed: string): number {
  const line = /^On the site: (.*)$/m.exec(printed)?.[1] ?? '';
  return [...line.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
}

/** Has a browser visit a page that runs, asks another host and breaks its policy. Resolves to what it doesn't see. */
async function findBlindSpots(): Promise<string[]> {
  const dir = await freshFolder('attack/planted');
  await mkdir(`${dir}/en`, { recursive: true });
  const planted =
    `<!doctype html><title>Planted</title><script>${marker}(1)</script>` +
    `<meta http-equiv="content-security-policy" content="script-src 'none'"><script>${marker}(2)</script>` +
    '<img src="http://127.0.0.1:9/x.png">';
  await writeFile(`${dir}/en/index.html`, planted);
  const { executions, foreign, errors } = await browse(dir, 1, 0, 1);
  const isStopSeen = errors.some((error) => error.includes('Stopped by the policy: script-src'));
  return executions.length === 1 && foreign.length === 1 && isStopSeen
    ? []
    : ['The browser doesn’t see a script that runs or is stopped, or a request to another host.'];
}

/** Attacks a site, prints how and what got through, and resolves to the number of that. Rejects where the build fails. */
export async function runAttack(
  options: { readonly opportunities: number; readonly seed: number },
  print: (line: string) => void,
): Promise<number> {
  const folder = await freshFolder('attack/site');
  const [content, dir] = [`${folder}/content`, `${folder}/dist`];
  const entries = await writeHostileContent(content, options);
  const env = { CONTENT_DIR: content, SITE_URL: siteUrl, CONTENT_LEFT_OUT_LIMIT: '100000,100%' };
  const { stdout } = await runWholeBuild(dir, { ...env, FORMS: 'email' });
  const shown = countShown(stdout);
  const { files, faults } = inspectSite(dir, siteUrl);
  const { visited, executions, foreign, errors } = await browse(dir, visitedPages, searches, options.seed);
  print(
    `${entries} hostile entries, of which ${shown} are shown, in ${files} files; ${visited} pages visited`,
  );
  const findings = [
    ...(await findBlindSpots()),
    ...(shown * 2 > entries ? [] : [`Only ${shown} of ${entries} hostile entries are shown.`]),
    ...[...faults, ...executions, ...foreign, ...errors],
  ];
  for (const finding of findings.slice(0, mostFindings)) print(finding);
  print(`${findings.length} wrong`);
  return findings.length;
}
