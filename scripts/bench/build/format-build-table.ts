/** Formats the figures of builds as a table for a terminal, with a row for each figure and a column for each run. */
import type { FolderSize } from './measure-folder';
import { findPeakMemory, type Measurement } from './measure-command';
import { findStages } from './find-stages';

/** A measured build, and the files that it made. */
export interface BuildRun {
  /** Its number, or what was changed before. */
  readonly name: string;
  /** Files that the site before didn't have, or with other bytes. */
  readonly filesChanged: number;
  readonly measured: Measurement;
  readonly site: FolderSize;
  readonly index: FolderSize;
  /** Pictures that were made in this run, not found in the cache. */
  readonly picturesMade: number;
  /** The same of pictures, codes and sheets for sharing. */
  readonly sharesMade: number;
}

const formatSeconds = (ms: number) => (ms / 1000).toFixed(1);
const formatMegabytes = (bytes: number | undefined) => (bytes === undefined ? '–' : (bytes / 1e6).toFixed(1));
const formatMemory = (bytes: number | undefined) =>
  bytes === undefined ? '–' : String(Math.round(bytes / 1e6));

function buildStageRows(runs: readonly BuildRun[]): [string, string[]][] {
  const byRun = runs.map(({ measured }) => findStages(measured));
  return (byRun[0] ?? []).map(({ name }): [string, string[]] => [
    `  ${name}: s, peak MB`,
    byRun.map((stages) => {
      const stage = stages.find((one) => one.name === name);
      return stage ? `${formatSeconds(stage.duration)}, ${formatMemory(stage.peak)}` : '–';
    }),
  ]);
}

/** Aligns columns of equal width: names to the left and figures to the right. */
function alignColumns(rows: readonly (readonly [string, readonly string[]])[]): string[] {
  const first = Math.max(...rows.map(([name]) => name.length));
  const width = Math.max(8, ...rows.flatMap(([, cells]) => cells.map((cell) => cell.length)));
  return rows.map(([name, cells]) =>
    [name.padEnd(first), ...cells.map((cell) => cell.padStart(width))].join('  ').trimEnd(),
  );
}

/** Formats the lines of the table. 1 MB is 1,000,000 bytes. */
export function formatBuildTable(opportunities: number | 'sample', runs: readonly BuildRun[]): string[] {
  const row = (name: string, cell: (run: BuildRun) => string | number): [string, string[]] => [
    name,
    runs.map((run) => String(cell(run))),
  ];
  const perSecond = ({ site, measured }: BuildRun) => (site.pages / (measured.duration / 1000)).toFixed(1);
  return alignColumns([
    ['run, or change', runs.map(({ name }) => name)],
    row('opportunities', () => opportunities),
    row('pages', ({ site }) => site.pages),
    row('wall time, s', ({ measured }) => formatSeconds(measured.duration)),
    row('pages per second', perSecond),
    row('processor time, s', ({ measured }) =>
      measured.samples.length > 0 ? formatSeconds(measured.cpu) : '–',
    ),
    row('peak memory, MB', ({ measured }) => formatMemory(findPeakMemory(measured.samples))),
    ...buildStageRows(runs),
    row('picture files made', ({ picturesMade }) => picturesMade),
    row('for sharing made', ({ sharesMade }) => sharesMade),
    row('files changed', ({ filesChanged }) => filesChanged),
    row('site, files', ({ site }) => site.files),
    row('site, MB', ({ site }) => formatMegabytes(site.bytes)),
    row('pagefind/, files', ({ index }) => index.files),
    row('pagefind/, MB', ({ index }) => formatMegabytes(index.bytes)),
  ]);
}
