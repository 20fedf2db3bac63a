/** Formats how the first builds grow from one size to the next. */
import { formatColumns } from '../format-columns';
import type { BuildRun } from './format-build-table';
import { findPeakMemory } from './measure-command';

/** The builds of generated content with so many opportunities. */
export interface SizeRuns {
  readonly size: number;
  readonly runs: readonly BuildRun[];
}

const figures: readonly { readonly name: string; readonly read: (run: BuildRun) => number }[] = [
  { name: 'wall time', read: ({ measured }) => measured.duration },
  { name: 'processor time', read: ({ measured }) => measured.cpu },
  { name: 'peak memory', read: ({ measured }) => findPeakMemory(measured.samples) ?? 0 },
  { name: 'files', read: ({ site }) => site.files },
  { name: 'bytes', read: ({ site }) => site.bytes },
];

/** `×3.1, ^0.94`: three times as much, in proportion to the size to the power of 0.94. */
function formatStep(from: number, to: number, sizes: number): string {
  if (from <= 0 || to <= 0) return '–';
  const exponent = Math.log(to / from) / Math.log(sizes);
  return `×${(to / from).toFixed(1)}, ^${exponent.toFixed(2)}`;
}

/** Returns no lines for fewer than two sizes. */
export function formatGrowth(bySize: readonly SizeRuns[]): string[] {
  const firsts = bySize.flatMap(({ size, runs }) => (runs[0] ? [{ size, run: runs[0] }] : []));
  const steps = firsts.slice(1).map((to, index) => ({ from: firsts[index] ?? to, to }));
  if (steps.length === 0) return [];
  return [
    'Growth of the first build: the factor, and the exponent (1 is in proportion to the content)',
    ...formatColumns(
      ['', ...steps.map(({ from, to }) => `${from.size} to ${to.size}`)],
      figures.map(({ name, read }) => [
        name,
        ...steps.map(({ from, to }) => formatStep(read(from.run), read(to.run), to.size / from.size)),
      ]),
    ),
    '',
  ];
}
