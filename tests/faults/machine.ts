/** Faults of the machine: the disk is full, or the process is ended by force, at each stage of a publish. */
import { pathToFileURL } from 'node:url';
import type { Env } from '../build/run-build';
import { smallContent } from '../build/small-content';
import type { NamedFault } from './fault';

const command = 'publish-local.ts';
const renderer = 'astro.mjs';

/** A call to the system that meets the fault: its name, what its path looks like, and in which process. */
type Spot = readonly [stage: string, call: string, path: string, process?: string];

function spoiled([, call, path, process = command]: Spot, by: 'full' | 'kill'): Env {
  return {
    CONTENT_DIR: smallContent,
    NODE_OPTIONS: `--import ${pathToFileURL('tests/faults/spoil.mjs').href}`,
    SPOIL_CALL: call,
    SPOIL_PATH: path,
    SPOIL_BY: by,
    SPOIL_PROCESS: process,
  };
}

const snapshot: Spot = ['before the pages are rendered', 'writeFile', 'snapshot\\.json'];
const feeds: Spot = ['while feeds are written', 'writeFileSync', 'beside/.*feed\\.xml'];
const worker: Spot = ['after the pages were rendered', 'writeFile', 'sw\\.js'];
const redirects: Spot = ['before the site is verified', 'writeFile', '_redirects'];
const compressed: Spot = ['after the site was verified', 'writeFile', 'en/index\\.html\\.gz'];
const note: Spot = ['while it is noted down what is published', 'writeFile', 'releases/\\d+\\.json'];
const shared: Spot = ['while pictures are put into place', 'copyFile', 'share/'];
const received: Spot = ['while the site is brought to its place', 'rename', '\\d+\\.partial$'];
const renamed: Spot = ['when the release gets its name', 'renameSync', '\\d+\\.partial$'];
const linked: Spot = ['just before the release goes live', 'symlinkSync', 'releases/\\d+'];
const pages: Spot = ['while pages are rendered', 'writeFile', '\\.html$', renderer];

const full = (spot: Spot, failed = '', call = spot[1]): NamedFault => ({
  name: `disk full ${spot[0]}`,
  kind: 'machine',
  arrange: () => ({
    env: spoiled(spot, 'full'),
    refused:
      `${failed}The system refused: ENOSPC: no space left on device, ${call}.\n` +
      'Free some space on that disk, then try again.',
  }),
});

const killed = (spot: Spot): NamedFault => ({
  name: `ended by force ${spot[0]}`,
  kind: 'machine',
  arrange: () => ({ env: spoiled(spot, 'kill'), isKilled: true }),
});

export const machineFaults: readonly NamedFault[] = [
  ...[snapshot, feeds, shared, worker, redirects, compressed, note, received, renamed, linked].map((spot) =>
    full(spot),
  ),
  full(pages, 'The pages could not be rendered; nothing was published. '),
  ...[snapshot, feeds, shared, worker, redirects, compressed, note, received, renamed, linked].map(killed),
  {
    name: 'the renderer is taken away by the system',
    kind: 'machine',
    arrange: () => ({
      env: spoiled(pages, 'kill'),
      refused:
        'The pages could not be rendered; nothing was published. There was not enough memory.\n' +
        'Build on a machine with more of it, or end what else runs there. docs/performance.md says how much a build takes.',
    }),
  },
];
