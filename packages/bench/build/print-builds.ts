/** Prints the figures of builds. */
import { formatSeconds, printTable } from '../print-table';
import { findPeakMemory, type Measurement } from './measure-command';
import type { FolderSize } from './measure-folder';

type Print = (line: string) => void;

/** A measured build, and the files that it made. */
export interface BuildRun {
  /** Its number, or what was changed before. */
  readonly name: string;
  /** Files that the site before didn't have, or with other bytes. */
  readonly filesChanged: number;
  readonly measured: Measurement;
  readonly site: FolderSize;
  /** Pictures that were made in this run, not found in the cache. */
  readonly picturesMade: number;
  /** The same of pictures, codes and sheets for sharing. */
  readonly sharesMade: number;
}

/** The first words of the line with which the report on the content begins. */
export const reportBeginning = 'On the site:';

/** The line that a build prints once the site is public. What follows is for editors. */
const liveLine = 'The new site is live';

const findLiveTime = ({ lines, duration }: Measurement) =>
  lines.find(({ text }) => text.startsWith(liveLine))?.at ?? duration;

const formatMegabytes = (bytes: number | undefined) =>
  bytes === undefined ? '–' : String(Math.round(bytes / 1e6));

/** Prints a row for each figure and a column for each build. 1 MB is 1,000,000 bytes. */
export function printBuilds(opportunities: number | 'sample', runs: readonly BuildRun[], print: Print): void {
  const row = (name: string, cell: (run: BuildRun) => string | number): string[] => [
    name,
    ...runs.map((run) => String(cell(run))),
  ];
  printTable(
    print,
    [`opportunities: ${opportunities}`, ...runs.map(({ name }) => name)],
    [
      row('pages', ({ site }) => site.pages),
      row('live after, s', ({ measured }) => formatSeconds(findLiveTime(measured))),
      row('wall time, s', ({ measured }) => formatSeconds(measured.duration)),
      row('processor time, s', ({ measured: { samples, cpu } }) =>
        formatSeconds(samples.length > 0 ? cpu : undefined),
      ),
      row('peak memory, MB', ({ measured }) => formatMegabytes(findPeakMemory(measured))),
      row('picture files made', ({ picturesMade }) => picturesMade),
      row('for sharing made', ({ sharesMade }) => sharesMade),
      row('files changed', ({ filesChanged }) => filesChanged),
      row('site, files', ({ site }) => site.files),
      row('site, MB', ({ site }) => (site.bytes / 1e6).toFixed(1)),
    ],
  );
}
