/** What being shared costs a build: pictures and sheets of the sample, and feeds, cards and data as opportunities grow. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type Site } from '@/site/site';
import { generateSiteFiles } from '@/publish/files/site-files';
import { listSharePaths, writeShare } from '@/publish/files/write-share';
import { createFilesSource } from '@/sources/files/files-source';
import { columns } from '../pages/columns';
import { corpusSite } from '../search/cases/corpus';
import { benchNow } from '../setting';

const siteUrl = new URL('https://volunteer.example/');

type Print = (line: string) => void;

/** A kind of file: how many, their bytes, and how long making them took (ms). */
interface Cost {
  files: number;
  bytes: number;
  duration: number;
}

/** The kind of a file that grows with the content, by its path from the root. */
function kindOf(file: string): string {
  if (file.startsWith('/embed/')) return 'cards and lists';
  if (/(?:feed\.(?:xml|json)|\.ics)$/.test(file)) return 'feeds and calendars';
  return /^\/(?:data|\.well-known)\//.test(file) ? 'open data' : 'record of each entry';
}

/** Makes all files that no page is needed for, and keeps none. What precedes the first of a kind counts as its. */
function costsOf(site: Site): ReadonlyMap<string, Cost> {
  const costs = new Map<string, Cost>();
  let before = performance.now();
  for (const { path: file, text } of generateSiteFiles(site, siteUrl)) {
    const name = kindOf(file);
    const cost = costs.get(name) ?? { files: 0, bytes: 0, duration: 0 };
    costs.set(name, cost);
    cost.files += 1;
    cost.bytes += Buffer.byteLength(text);
    const now = performance.now();
    cost.duration += now - before;
    before = now;
  }
  return costs;
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);

/** A size: what each kind costs, and how many pictures and sheets there would be to draw. */
function rowsOf(opportunities: number): string[][] {
  const site = corpusSite(opportunities);
  const [own] = site.byLocale.values();
  const organizations = own?.organizations.length ?? 0;
  const shared = listSharePaths(site, siteUrl);
  // One for each type of task, however many opportunities there are.
  const ofOpportunities = shared.filter((file) => file.includes('/task-')).length;
  const size = [opportunities, organizations].map((count) => count.toLocaleString('en'));
  return [
    ...[...costsOf(site)].map(([name, { files, bytes, duration }]) => [
      name,
      ...size,
      files.toLocaleString('en'),
      (bytes / 1e6).toFixed(1),
      seconds(duration),
      ((duration / opportunities) * 1000).toFixed(0),
    ]),
    [
      'pictures, codes, sheets',
      ...size,
      `${shared.length.toLocaleString('en')}, ${ofOpportunities} of opportunities`,
      '',
      '',
      '',
    ],
  ];
}

async function sampleSite(): Promise<Site> {
  const pulled = await createFilesSource('content').read(() => undefined);
  const { entries } = acceptEntries(pulled.entries, pulled.problems);
  return buildSite({ ...pulled, entries, pictures: {}, now: Date.parse(benchNow) });
}

/** Draws all that the sample shares, then asks for it once more, which only looks whether it is there. */
async function drawSample(print: Print): Promise<void> {
  const site = await sampleSite();
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-share-'));
  const rows: string[][] = [];
  try {
    for (const name of ['nothing cached', 'nothing changed']) {
      const started = performance.now();
      const { files, made } = await writeShare({
        site,
        outDir: path.join(folder, 'site'),
        siteUrl: siteUrl.href,
        progress: () => undefined,
        signal: new AbortController().signal,
        cacheDir: path.join(folder, 'cache'),
      });
      rows.push([name, String(files), String(made), seconds(performance.now() - started)]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  for (const line of columns(['Pictures, codes and sheets of the sample', 'files', 'made', 's'], rows))
    print(line);
}

/** Prints both tables: of the sample, and of a tenth, a half and all of so many opportunities in three languages. */
export async function benchShare({ opportunities }: { opportunities: number }, print: Print): Promise<void> {
  await drawSample(print);
  print('');
  const sizes = [opportunities / 10, opportunities / 2, opportunities].map((size) => Math.ceil(size));
  const rows = sizes.flatMap((size) => rowsOf(size));
  const head = ['What', 'opportunities', 'organizations', 'files', 'MB', 's', 'µs an opportunity'];
  for (const line of columns(head, rows)) print(line);
}
