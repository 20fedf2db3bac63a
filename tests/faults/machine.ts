/** Faults of the machine: the disk is full, or the process is ended by force, at each stage of a publish. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Env } from '../build/run-build';
import { smallContent } from '../build/small-content';
import type { NamedFault } from './fault';

const command = 'publish-local.ts';
const renderer = 'page-process.ts';

/** A call to the system that meets the fault. */
interface Spot {
  readonly stage: string;
  readonly call: string;
  /** What its path looks like. */
  readonly path: string;
  /** The process that makes it. */
  readonly process: string;
}

/** The publish calls the system at these. */
const inCommand: readonly Spot[] = (
  [
    ['before the pages are rendered', 'writeFile', 'snapshot\\.json'],
    ['while feeds are written', 'writeFileSync', 'beside/.*feed\\.xml'],
    ['while pictures are put into place', 'copyFile', 'share/'],
    ['after the pages were rendered', 'writeFile', 'sw\\.js'],
    ['before the site is verified', 'writeFile', '_redirects'],
    ['after the site was verified', 'writeFile', 'en/index\\.html\\.gz'],
    ['while it is noted down what is published', 'writeFile', 'releases/\\d+\\.json'],
    ['while the site is brought to its place', 'rename', '\\d+\\.partial$'],
    ['when the release gets its name', 'renameSync', '\\d+\\.partial$'],
    ['just before the release goes live', 'symlinkSync', 'releases/\\d+'],
  ] as const
).map(([stage, call, path]) => ({ stage, call, path, process: command }));

const pages: Spot = {
  stage: 'while pages are rendered',
  call: 'writeFileSync',
  path: '\\.html$',
  process: renderer,
};

/** A publish that takes unchanged files over calls the system at these, and where it renders what has changed. */
const afterEdit: readonly Spot[] = [
  ...(
    [
      ['while the search is written again', 'writeFile', 'beside/search/'],
      ['while files of the former site are removed', 'unlinkSync', '/spare/'],
      ['while files of the live site are taken over', 'linkSync', '\\.html$'],
      ['after files were taken over', 'writeFile', 'sw\\.js'],
      ['after the changed site was verified', 'writeFile', '\\.html\\.gz'],
      ['while the changed site is noted down', 'writeFile', 'releases/\\d+\\.json'],
      ['while the changed site is brought to its place', 'rename', '\\d+\\.partial$'],
      ['just before the changed release goes live', 'symlinkSync', 'releases/\\d+'],
    ] as const
  ).map(([stage, call, path]) => ({ stage, call, path, process: command })),
];

const changedPages: Spot = { ...pages, stage: 'while changed pages are rendered' };

const nextPublish: Spot = {
  stage: 'while the next publish is prepared',
  call: 'writeFileSync',
  path: '\\.cache\\.\\d+\\.partial$',
  process: command,
};

/** The environment in which calls at some spots are spoiled, or noted down in a file: `full`, `kill`, or its path. */
const spoiled = (spots: readonly Spot[], by: string): Env => ({
  NODE_OPTIONS: `--import ${pathToFileURL('tests/faults/spoil.mjs').href}`,
  SPOIL_SPOTS: JSON.stringify(spots),
  SPOIL_BY: by,
});

const spotsOf = {
  'first publish': [...inCommand, pages],
  'after an edit': [...afterEdit, changedPages, nextPublish],
};
type Occasion = keyof typeof spotsOf;

/** The environment in which a publish notes down in a file which spots it comes by. */
export const notingSpots = (file: string, occasion: Occasion = 'first publish'): Env =>
  spoiled(spotsOf[occasion], path.resolve(file));

/** The stages whose spots a publish that noted them down hasn't come by: their faults would meet nothing. */
export function spotsMissed(file: string, occasion: Occasion = 'first publish'): string[] {
  const met = new Set(readFileSync(file, 'utf8').split('\n'));
  return spotsOf[occasion].flatMap(({ stage }, number) => (met.has(String(number)) ? [] : [stage]));
}

const under = (spot: Spot, by: 'full' | 'kill'): Env => ({
  CONTENT_DIR: smallContent,
  ...spoiled([spot], by),
});

const full = (spot: Spot, failed = ''): NamedFault => ({
  name: `disk full ${spot.stage}`,
  kind: 'machine',
  arrange: () => ({
    env: under(spot, 'full'),
    refused:
      `${failed}The system refused: ENOSPC: no space left on device, ${spot.call}.\n` +
      'Free some space on that disk, then try again.',
  }),
});

const killed = (spot: Spot): NamedFault => ({
  name: `ended by force ${spot.stage}`,
  kind: 'machine',
  arrange: () => ({ env: under(spot, 'kill'), isKilled: true }),
});

/** Of a publish that takes unchanged files over from the live site. */
const faultsAfterEdit: readonly NamedFault[] = [
  ...afterEdit.map((spot) => full(spot)),
  full(changedPages, 'The pages could not be rendered; nothing was published. '),
  ...afterEdit.map(killed),
  {
    name: `disk full ${nextPublish.stage}`,
    kind: 'machine',
    arrange: () => ({
      env: under(nextPublish, 'full'),
      like: { CONTENT_DIR: smallContent },
      says: /^WARNING: the next publish will make everything again: /,
    }),
  },
];

export const machineFaults: readonly NamedFault[] = [
  ...inCommand.map((spot) => full(spot)),
  full(pages, 'The pages could not be rendered; nothing was published. '),
  ...inCommand.map(killed),
  {
    name: 'the renderer is taken away by the system',
    kind: 'machine',
    arrange: () => ({
      env: under(pages, 'kill'),
      refused:
        'The pages could not be rendered; nothing was published. There was not enough memory.\n' +
        'Build on a machine with more of it, or end what else runs there. docs/performance.md says how much a build takes.',
    }),
  },
  ...faultsAfterEdit.map((fault): NamedFault => ({ ...fault, isAfterEdit: true })),
];
