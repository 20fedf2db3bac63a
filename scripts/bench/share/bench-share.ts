/** Measures the files for sharing: pictures and sheets of the sample, and feeds, cards and data of larger sites. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type Site } from '@/site/site';
import { planSiteFiles } from '@/publish/files/planned-files';
import { listSharePaths, writeShare } from '@/publish/files/write-share';
import { createFilesSource } from '@/sources/files/files-source';
import { formatColumns } from '../format-columns';
import { buildCorpusSite } from '../search/cases/corpus';
import { benchNow } from '../content/setting';

const siteUrl = new URL('https://volunteer.example/');

type Print = (line: string) => void;

/** The number, bytes and duration (ms) of one kind of file. */
interface FileCost {
  files: number;
  bytes: number;
  duration: number;
}

/** Returns the kind of a file by its path from the root. */
function classifyFile(file: string): string {
  if (file.startsWith('/embed/')) return 'cards and lists';
  if (/(?:feed\.(?:xml|json)|\.ics)$/.test(file)) return 'feeds and calendars';
  return /^\/(?:data|\.well-known)\//.test(file) ? 'open data' : 'record of each entry';
}

/** Generates all files that need no page, without storing them. The time before the first file of a kind counts as its own. */
function measureSiteFiles(site: Site): ReadonlyMap<string, FileCost> {
  const costs = new Map<string, FileCost>();
  let before = performance.now();
  for (const { path: file, text } of planSiteFiles(site, siteUrl).flatMap(({ make }) => make())) {
    const name = classifyFile(file);
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

const formatSeconds = (ms: number) => (ms / 1000).toFixed(1);

/** Builds the rows of one size: the cost of each kind, and the number of pictures and sheets. */
function buildRows(opportunities: number): string[][] {
  const site = buildCorpusSite(opportunities);
  const [own] = site.byLocale.values();
  const organizations = own?.organizations.length ?? 0;
  const shared = listSharePaths(site, siteUrl);
  // There is one for each type of task, not for each opportunity.
  const taskPictureCount = shared.filter((file) => file.includes('/task-')).length;
  const size = [opportunities, organizations].map((count) => count.toLocaleString('en'));
  return [
    ...[...measureSiteFiles(site)].map(([name, { files, bytes, duration }]) => [
      name,
      ...size,
      files.toLocaleString('en'),
      (bytes / 1e6).toFixed(1),
      formatSeconds(duration),
      ((duration / opportunities) * 1000).toFixed(0),
    ]),
    [
      'pictures, codes, sheets',
      ...size,
      `${shared.length.toLocaleString('en')}, ${taskPictureCount} of opportunities`,
      '',
      '',
      '',
    ],
  ];
}

async function readSampleSite(): Promise<Site> {
  const pulled = await createFilesSource('content').read(() => undefined);
  const { entries } = acceptEntries(pulled.entries, pulled.problems);
  return buildSite({ ...pulled, entries, pictures: {}, now: Date.parse(benchNow) });
}

/** Draws all files for sharing of the sample, then again with a full cache. */
async function benchSampleSharing(print: Print): Promise<void> {
  const site = await readSampleSite();
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-share-'));
  const rows: string[][] = [];
  try {
    for (const name of ['nothing cached', 'nothing changed']) {
      const started = performance.now();
      const { files, made } = await writeShare({
        site,
        write: () => undefined,
        siteUrl: siteUrl.href,
        progress: () => undefined,
        signal: new AbortController().signal,
        cacheFolder: path.join(folder, 'cache'),
      });
      rows.push([name, String(files), String(made), formatSeconds(performance.now() - started)]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  for (const line of formatColumns(['Pictures, codes and sheets of the sample', 'files', 'made', 's'], rows))
    print(line);
}

/** Prints a table of the sample, and one of a tenth, a half and all of so many opportunities in three languages. */
export async function benchShare({ opportunities }: { opportunities: number }, print: Print): Promise<void> {
  await benchSampleSharing(print);
  print('');
  const sizes = [opportunities / 10, opportunities / 2, opportunities].map((size) => Math.ceil(size));
  const rows = sizes.flatMap((size) => buildRows(size));
  const head = ['What', 'opportunities', 'organizations', 'files', 'MB', 's', 'µs an opportunity'];
  for (const line of formatColumns(head, rows)) print(line);
}
