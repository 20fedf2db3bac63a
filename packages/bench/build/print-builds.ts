/** Prints the figures of builds: a table of one size, and how they grow from one size to the next. */
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

/** The builds of generated content with so many opportunities. */
export interface SizeRuns {
  readonly size: number;
  readonly runs: readonly BuildRun[];
}

/** The first words of the line with which the report on the content begins. */
export const reportBeginning = 'On the site:';

/** The stages, each with the start of its first line (`src/publish/build/build.ts`, `src/site/prepare/prepare.ts`). */
const stages = [
  ['start', ''],
  ['read', 'Reading '],
  ['render', 'Rendering pages'],
  ['verify', 'Verifying'],
  ['live', 'The new site is live'],
  ['end', reportBeginning],
] as const;

const formatMegabytes = (bytes: number | undefined) =>
  bytes === undefined ? '–' : String(Math.round(bytes / 1e6));

/** The time and the peak memory of each stage; `start` is the time before the first line, when the programs are loaded. */
function formatStages({ lines, samples, duration }: Measurement): string[] {
  const begun = stages.map(([, words]) => lines.find(({ text }) => text.startsWith(words))?.at);
  begun[0] = 0;
  return begun.map((from, index) => {
    if (from === undefined) return '–';
    const end = begun.slice(index + 1).find((at) => at !== undefined) ?? duration;
    return `${formatSeconds(end - from)}, ${formatMegabytes(findPeakMemory(samples, from, end))}`;
  });
}

/** Prints a row for each figure and a column for each build. 1 MB is 1,000,000 bytes. */
export function printBuilds(opportunities: number | 'sample', runs: readonly BuildRun[], print: Print): void {
  const row = (name: string, cell: (run: BuildRun) => string | number): string[] => [
    name,
    ...runs.map((run) => String(cell(run))),
  ];
  const byStage = runs.map(({ measured }) => formatStages(measured));
  printTable(
    print,
    [`opportunities: ${opportunities}`, ...runs.map(({ name }) => name)],
    [
      row('pages', ({ site }) => site.pages),
      row('wall time, s', ({ measured }) => formatSeconds(measured.duration)),
      row('processor time, s', ({ measured: { samples, cpu } }) =>
        formatSeconds(samples.length > 0 ? cpu : undefined),
      ),
      row('peak memory, MB', ({ measured }) => formatMegabytes(findPeakMemory(measured.samples))),
      ...stages.map(([name], index) => [
        `${name}: s, peak MB`,
        ...byStage.map((cells) => cells[index] ?? '–'),
      ]),
      row('picture files made', ({ picturesMade }) => picturesMade),
      row('for sharing made', ({ sharesMade }) => sharesMade),
      row('files changed', ({ filesChanged }) => filesChanged),
      row('site, files', ({ site }) => site.files),
      row('site, MB', ({ site }) => (site.bytes / 1e6).toFixed(1)),
    ],
  );
}

const figures: readonly (readonly [name: string, read: (run: BuildRun) => number])[] = [
  ['wall time', ({ measured }) => measured.duration],
  ['processor time', ({ measured }) => measured.cpu],
  ['peak memory', ({ measured }) => findPeakMemory(measured.samples) ?? 0],
  ['pages', ({ site }) => site.pages],
  ['files', ({ site }) => site.files],
  ['bytes', ({ site }) => site.bytes],
];

/** `×3.1, ^0.94`: three times as much, in proportion to the size to the power of 0.94. */
function formatStep(from: number, to: number, sizes: number): string {
  if (from <= 0 || to <= 0) return '–';
  const exponent = Math.log(to / from) / Math.log(sizes);
  return `×${(to / from).toFixed(1)}, ^${exponent.toFixed(2)}`;
}

/** Prints how the first builds grow; nothing for fewer than two sizes. */
export function printGrowth(bySize: readonly SizeRuns[], print: Print): void {
  const firsts = bySize.flatMap(({ size, runs }) => (runs[0] ? [{ size, run: runs[0] }] : []));
  const steps = firsts.slice(1).map((to, index) => ({ from: firsts[index] ?? to, to }));
  if (steps.length === 0) return;
  print('');
  print('Growth of the first build: the factor, and the exponent (1 is in proportion to the content)');
  printTable(
    print,
    ['', ...steps.map(({ from, to }) => `${from.size} to ${to.size}`)],
    figures.map(([name, read]) => [
      name,
      ...steps.map(({ from, to }) => formatStep(read(from.run), read(to.run), to.size / from.size)),
    ]),
  );
}
