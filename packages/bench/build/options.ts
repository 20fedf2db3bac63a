import { readCount, UsageError } from '@/terminal/command-line';

export const benchBuildOptions = {
  opportunities: { type: 'string' },
  sample: { type: 'boolean', default: false },
  changes: { type: 'boolean', default: false },
  live: { type: 'boolean', default: false },
  hugo: { type: 'boolean', default: false },
  'fresh-pictures': { type: 'boolean', default: false },
} as const;

interface BenchBuildValues {
  readonly opportunities?: string | undefined;
  readonly sample: boolean;
  readonly changes: boolean;
  readonly live: boolean;
  readonly hugo: boolean;
  readonly 'fresh-pictures': boolean;
}

export interface BenchBuildOptions {
  /** The numbers of opportunities to generate, one site after another; empty for the sample content. */
  readonly sizes: readonly number[];
  /** Empties the caches, so that the first build makes every picture and sheet. */
  readonly freshPictures: boolean;
  /** Also builds after each of some changes of the generated content. */
  readonly changes: boolean;
  /** Instead, measures saves in the local editor until its form shows that they are live. */
  readonly live: boolean;
  /** Also builds the opportunities of each size with Hugo and Pagefind, where hugo is installed. */
  readonly hugo: boolean;
}

/** Reads the options of a command line. Throws a `UsageError` where they don't go together. */
export function readBenchBuildOptions(values: BenchBuildValues): BenchBuildOptions {
  const { opportunities, sample, changes, live, hugo, 'fresh-pictures': freshPictures } = values;
  const sizes = (opportunities?.split(',') ?? []).map((size) => readCount(size, 'opportunities', 50_000));
  if (sizes.length > 0 === sample)
    throw new UsageError('Give either --opportunities with how many, or --sample.');
  if (changes && sample)
    throw new UsageError('--changes changes generated content: give --opportunities too.');
  if (live && (changes || hugo || sizes.length > 1))
    throw new UsageError(
      '--live measures saves of one size: leave out --changes and --hugo, and give one number.',
    );
  if (hugo && sample)
    throw new UsageError('--hugo is compared with builds of generated content: give --opportunities too.');
  return { sizes, freshPictures, changes, live, hugo };
}
