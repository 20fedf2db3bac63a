/** Faults of the machine: the disk is full, or the process is ended by force, at each stage of a publish. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Env } from '../build/run-build';
import { smallContent } from '../build/small-content';

/** A call to the system that meets the fault. */
export interface Spot {
  readonly stage: string;
  /** One name, or several: `writeFileSync|writeFile`. */
  readonly call: string;
  /** What its path looks like. */
  readonly path: string;
  /** The process that makes it. */
  readonly process: 'publish-local.ts' | 'page-process.ts' | 'release-driver.ts';
  /** Only the call of this number, from 1. */
  readonly nth?: number;
}

const inCommand = ([stage, call, path]: readonly [string, string, string]): Spot => ({
  stage,
  call,
  path,
  process: 'publish-local.ts',
});

const pages = (stage: string): Spot => ({
  stage,
  call: 'writeFileSync',
  path: '\\.html$',
  process: 'page-process.ts',
});

/** Where a publish calls the system that makes everything, and one that takes unchanged files over. */
const spotsOf = {
  'first publish': [
    ...(
      [
        ['before the pages are rendered', 'writeFile', 'snapshot\\.json'],
        ['while feeds are written', 'writeFileSync', '/site/.*feed\\.xml'],
        ['while pictures are put into place', 'writeFileSync', '/site/share/'],
        ['after the pages were rendered', 'writeFile', 'sw\\.js'],
        ['before the site is verified', 'writeFile', '_redirects'],
        ['while it is noted down what is published', 'writeFile', 'releases/\\d+\\.json'],
        ['while the site is brought to its place', 'rename', '\\d+\\.partial$'],
        ['when the release gets its name', 'renameSync', '\\d+\\.partial$'],
        ['just before the release goes live', 'symlinkSync', 'releases/\\d+'],
      ] as const
    ).map(inCommand),
    pages('while pages are rendered'),
  ],
  'after an edit': [
    ...(
      [
        // From a cache, or anew.
        ['while the search is written again', 'writeFileSync|writeFile', '/site/search/'],
        ['while files of the former site are removed', 'unlinkSync', '/spare/'],
        ['while files of the live site are taken over', 'linkSync|writeFileSync', '/site/.*\\.html$'],
        ['after files were taken over', 'writeFile', 'sw\\.js'],
        ['while the changed site is noted down', 'writeFile', 'releases/\\d+\\.json'],
        ['while the changed site is brought to its place', 'rename', '\\d+\\.partial$'],
        ['just before the changed release goes live', 'symlinkSync', 'releases/\\d+'],
        ['while the next publish is prepared', 'writeFileSync', '/published-[^/]+\\.partial$'],
      ] as const
    ).map(inCommand),
    pages('while changed pages are rendered'),
  ],
} satisfies Record<string, readonly Spot[]>;

type Occasion = keyof typeof spotsOf;

/** The environment in which calls at some spots are spoiled, or noted down in a file: `full`, `kill`, or its path. */
export const spoiled = (spots: readonly Spot[], by: string): Env => ({
  NODE_OPTIONS: `--import ${pathToFileURL('tests/faults/spoil.mjs').href}`,
  SPOIL_SPOTS: JSON.stringify(spots),
  SPOIL_BY: by,
});

/** The environment in which a publish notes down in a file which spots it comes by. */
export const notingSpots = (file: string, occasion: Occasion = 'first publish'): Env =>
  spoiled(spotsOf[occasion], path.resolve(file));

/** The stages whose spots a publish that noted them down hasn't come by: their faults would meet nothing. */
export function spotsMissed(file: string, occasion: Occasion = 'first publish'): string[] {
  const met = new Set(readFileSync(file, 'utf8').split('\n'));
  return spotsOf[occasion].flatMap(({ stage }, number) => (met.has(String(number)) ? [] : [stage]));
}

export interface MachineFault {
  readonly name: string;
  readonly env: Env;
  /** True where the publish takes unchanged files over from the live site. */
  readonly isAfterEdit: boolean;
  /**
   * What becomes of the publish: it is refused and says why, the process ends without a word and the next publish puts
   * everything in order, or it succeeds and says something.
   */
  readonly ends: 'refused' | 'killed' | 'published';
  /** Words that are printed. */
  readonly says: readonly string[];
}

function faultsAt(spot: Spot, isAfterEdit: boolean): MachineFault[] {
  const fault = (by: 'full' | 'kill', ends: MachineFault['ends'], ...says: string[]): MachineFault => ({
    name: `${by === 'full' ? 'disk full' : 'ended by force'} ${spot.stage}`,
    env: { CONTENT_DIR: smallContent, ...spoiled([spot], by) },
    isAfterEdit,
    ends,
    says,
  });
  if (spot.stage === 'while the next publish is prepared')
    return [fault('full', 'published', 'WARNING: the next publish will make everything again')];
  const full = ['ENOSPC', 'Free some space'];
  if (spot.process === 'publish-local.ts')
    return [fault('full', 'refused', ...full), fault('kill', 'killed')];
  const rendering = 'The pages could not be rendered';
  return [
    fault('full', 'refused', rendering, ...full),
    // The process that renders is taken away by the system, which says nothing else.
    ...(isAfterEdit ? [] : [fault('kill', 'refused', rendering, 'There was not enough memory')]),
  ];
}

export const machineFaults: readonly MachineFault[] = [
  ...spotsOf['first publish'].flatMap((spot) => faultsAt(spot, false)),
  ...spotsOf['after an edit'].flatMap((spot) => faultsAt(spot, true)),
];
