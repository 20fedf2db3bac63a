/** `npm run test:applications`: what becomes of applications when things go wrong, as tables. */
import { UsageError } from '@/terminal/command-line';
import { playInBrowser } from './play-in-browser';
import { buildKillTables, killColumns, type PartResult } from './kill-report';
import { killBrowsers } from './kills';
import { startService } from './service';
import {
  playSituations,
  situationColumns,
  situationFindings,
  situations,
  situationTables,
} from './situations';
import { runDir } from '../../scripts/test/run-folder';

export const parts = ['situations', 'browser', 'kills'] as const;

export type ApplicationsPart = (typeof parts)[number];

export interface ApplicationsOptions {
  readonly parts: readonly ApplicationsPart[];
  /** Times that a browser is killed. */
  readonly kills: number;
  readonly seed: number;
  /** The name of the only situation that is played. */
  readonly situation: string | undefined;
}

type Print = (line: string) => void;

/** Browsers at a time, for two processors: a browser mostly waits. */
const laneCount = 3;

const folder = `${runDir}/applications`;

async function testKills({ kills, seed }: ApplicationsOptions, print: Print): Promise<PartResult> {
  const service = await startService(laneCount, `${folder}/inbox.jsonl`, print);
  try {
    const done = await killBrowsers({ kills, seed, service, notes: `${folder}/kills.jsonl`, print });
    const findings = done.flatMap(({ index, said, broken }) =>
      broken.map((fault) => `Kill ${index} of seed ${seed} (the page said last: ${said}): ${fault}`),
    );
    return { columns: killColumns, tables: buildKillTables(done), findings };
  } finally {
    await service.close();
  }
}

async function testInBrowser({ situation }: ApplicationsOptions, print: Print): Promise<PartResult> {
  const service = await startService(laneCount, `${folder}/inbox.jsonl`, print);
  try {
    return await playInBrowser(service, situation, print);
  } finally {
    await service.close();
  }
}

async function testSituations({ situation }: ApplicationsOptions, print: Print): Promise<PartResult> {
  const chosen = situations.filter(({ name }) => situation === undefined || name === situation);
  if (chosen.length === 0) throw new UsageError(`There is no situation “${situation}”.`);
  const played = await playSituations(chosen, print);
  return {
    columns: situationColumns,
    tables: situationTables(played),
    findings: situationFindings(played),
  };
}

const tests: Readonly<
  Record<ApplicationsPart, (options: ApplicationsOptions, print: Print) => Promise<PartResult>>
> = {
  situations: testSituations,
  browser: testInBrowser,
  kills: testKills,
};

function printTables({ columns, tables }: PartResult, print: Print): void {
  const width = Math.max(
    ...Object.entries(tables).flatMap(([title, rows]) => [
      title.length,
      ...rows.map(([what]) => what.length),
    ]),
  );
  const line = (what: string, cells: readonly (string | number)[]) =>
    what.padEnd(width) +
    cells.map((cell, n) => `  ${String(cell).padStart(columns[n]?.length ?? 0)}`).join('');
  for (const [title, rows] of Object.entries(tables)) {
    print('');
    print(line(title, columns));
    for (const [what, ...counts] of rows) print(line(what, counts));
  }
}

/** Runs the parts, prints their tables, and resolves to the number of things that were wrong. */
export async function runApplications(options: ApplicationsOptions, print: Print): Promise<number> {
  let wrong = 0;
  for (const part of options.parts) {
    print(`Testing ${part}`);
    const result = await tests[part](options, print);
    printTables(result, print);
    print('');
    for (const finding of result.findings) print(finding);
    print(result.findings.length === 0 ? 'Nothing broke.' : `${result.findings.length} rules were broken.`);
    wrong += result.findings.length;
  }
  return wrong;
}
