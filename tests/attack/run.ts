/** `npm run test:attack`: hostile content, canaries and kills at full size, as a table. */
import { refusedFaults } from '../faults/all';
import { canaryCases } from './canaries';
import { buildHostileContent, type HostileBuild } from './hostile-builds';
import { attackPublishes } from './publishes';
import { attackReleases } from './releases';

export const parts = ['content', 'secrets', 'publishes', 'releases'] as const;

export type AttackPart = (typeof parts)[number];

export interface AttackOptions {
  readonly parts: readonly AttackPart[];
  /** Hostile files in all, at least. */
  readonly entries: number;
  /** Commands that are run with a canary in every secret. */
  readonly builds: number;
  /** Times that a publish, a clean-up or a rollback is killed. */
  readonly kills: number;
  readonly seed: number;
}

/** A line of the table: what was counted, how much of it, how much of that was wrong. */
interface Line {
  readonly what: string;
  readonly count: number;
  readonly wrong: number;
}

interface Result {
  readonly lines: readonly Line[];
  /** What was wrong, in words. */
  readonly findings: readonly string[];
}

type Print = (line: string) => void;

/** Opportunities of one site: larger ones take more memory, and find nothing else. */
const batch = 800;

/** Pages that a browser visits, and searches that it makes, in each site. */
const pagesOfBatch = 60;
const searchesOfBatch = 12;

async function attackContent({ entries, seed }: AttackOptions, print: Print): Promise<Result> {
  const builds: HostileBuild[] = [];
  const total = (count: (build: HostileBuild) => number) =>
    builds.reduce((sum, build) => sum + count(build), 0);
  while (total((build) => build.entries) < entries) {
    const build = await buildHostileContent({
      opportunities: Math.min(batch, entries),
      seed: seed + builds.length,
      isEachRendered: true,
      pages: pagesOfBatch,
      searches: searchesOfBatch,
    });
    builds.push(build);
    print(`  ${total((one) => one.entries)} hostile entries, ${total((one) => one.shown)} of them shown`);
  }
  const list = (of: (build: HostileBuild) => readonly string[]) => builds.flatMap(of);
  const differences = list(({ difference }) => (difference === undefined ? [] : [difference]));
  const tooFew = total((build) => build.shown) * 2 < total((build) => build.entries);
  return {
    lines: [
      {
        what: 'hostile entries, from both sources',
        count: total((build) => build.entries),
        wrong: differences.length,
      },
      { what: 'of them shown (at least half)', count: total((build) => build.shown), wrong: tooFew ? 1 : 0 },
      {
        what: 'files read by another parser',
        count: total((build) => build.files),
        wrong: list((build) => build.faults).length,
      },
      {
        what: 'pages visited: executions',
        count: total((build) => build.visited),
        wrong: list((build) => build.executions).length,
      },
      {
        what: 'pages visited: requests to other hosts',
        count: total((build) => build.visited),
        wrong: list((build) => build.foreign).length,
      },
      {
        what: 'pages visited: errors and stopped scripts',
        count: total((build) => build.visited),
        wrong: list((build) => build.errors).length,
      },
    ],
    findings: [
      ...differences,
      ...list(({ faults, executions, foreign, errors }) => [...faults, ...executions, ...foreign, ...errors]),
    ],
  };
}

async function attackSecrets({ builds }: AttackOptions, print: Print): Promise<Result> {
  const cases = canaryCases(refusedFaults, builds);
  const findings: string[] = [];
  for (const [index, { name, run }] of cases.entries()) {
    const { leaks } = await run();
    findings.push(...leaks.map((leak) => `${name}: ${leak}`));
    if ((index + 1) % 10 === 0) print(`  ${index + 1} of ${cases.length} commands with canaries`);
  }
  return {
    lines: [{ what: 'commands with a canary in every secret', count: cases.length, wrong: findings.length }],
    findings,
  };
}

/** A kill of a publish takes as long as three builds. */
const killsOfPublish = 10;

async function attackEdits({ kills, seed }: AttackOptions): Promise<Result> {
  const count = Math.ceil(kills / killsOfPublish);
  const { torn, wrong } = await attackPublishes({ kills: count, seed });
  return {
    lines: [
      { what: 'kills of the publish of an edit: torn sites', count, wrong: torn.length },
      { what: 'kills: publishes that were wrong afterwards', count, wrong: wrong.length },
    ],
    findings: [...torn, ...wrong],
  };
}

/** Two at a time, for two processors. */
const lanes = ['one', 'two'].map((name) => `.local/attack/releases/${name}`);

async function attackFolders({ kills, seed }: AttackOptions): Promise<Result> {
  const { torn, failures } = await attackReleases({ kills, seed, work: '.local/attack/work', dirs: lanes });
  return {
    lines: [
      { what: 'kills of publish, clean-up and rollback: torn releases', count: kills, wrong: torn.length },
      { what: 'kills: publishes that failed afterwards', count: kills, wrong: failures.length },
    ],
    findings: [...torn, ...failures],
  };
}

const attacks: Readonly<Record<AttackPart, (options: AttackOptions, print: Print) => Promise<Result>>> = {
  content: attackContent,
  secrets: attackSecrets,
  publishes: attackEdits,
  releases: attackFolders,
};

/** Findings that are printed; the rest is of the same kind mostly. */
const shown = 50;

/** Runs the parts, prints a table, and resolves to the number of things that were wrong. */
export async function runAttacks(options: AttackOptions, print: Print): Promise<number> {
  const results: Result[] = [];
  for (const part of options.parts) {
    print(`Attacking ${part}`);
    results.push(await attacks[part](options, print));
  }
  const lines = results.flatMap((result) => result.lines);
  const width = Math.max(...lines.map(({ what }) => what.length));
  print(`\n${''.padEnd(width)}   count   wrong`);
  for (const { what, count, wrong } of lines)
    print(`${what.padEnd(width)}  ${String(count).padStart(6)}  ${String(wrong).padStart(6)}`);
  const findings = results.flatMap((result) => result.findings);
  for (const finding of findings.slice(0, shown)) print(finding);
  if (findings.length > shown) print(`… and ${findings.length - shown} more`);
  return lines.reduce((sum, { wrong }) => sum + wrong, 0);
}
