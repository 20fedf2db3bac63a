/** What a process and all that it started use, read from Linux's /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** What a tree of processes uses at one moment. */
export interface ResourceUse {
  /** Memory of all processes added up, bytes. Pages that several share count once, in parts (proportional set size). */
  readonly memory: number;
  /** Processor time so far, of those that have ended too, ms. */
  readonly cpu: number;
  readonly processes: number;
}

/** A row of the table of processes. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** Own time and that of its children that have ended, ms. */
  readonly cpu: number;
}

/** Linux counts processor time in hundredths of a second for programs, on every architecture that Node runs on. */
const msPerTick = 10;

/** A process as `/proc/<pid>/stat` describes it (proc(5)). Undefined where that isn't a process's line. */
export function parseProcess(pid: number, stat: string): ProcessRow | undefined {
  // The name before the last parenthesis may hold anything, spaces and parentheses too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).map(Number);
  const parent = Number(fields[1]);
  if (Number.isNaN(parent) || ticks.length < 4) return undefined;
  return { pid, parent, cpu: ticks.reduce((sum, one) => sum + one, 0) * msPerTick };
}

/** Bytes of memory that `/proc/<pid>/smaps_rollup` tells: of a page that n processes share, an n-th. 0 where none. */
export function parseMemory(rollup: string): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
}

/** The rows of a process and of its descendants, itself first; empty where it isn't in the table. */
export function findProcessTree(root: number, rows: readonly ProcessRow[]): ProcessRow[] {
  const byParent = Map.groupBy(rows, ({ parent }) => parent);
  const tree = rows.filter(({ pid }) => pid === root);
  for (let index = 0; index < tree.length; index++) {
    const row = tree[index];
    if (row) tree.push(...(byParent.get(row.pid) ?? []));
  }
  return tree;
}

/** Text of a file of a process; undefined where the process has ended since it was listed. */
function readProcessFile(pid: number, file: 'stat' | 'smaps_rollup'): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** True where this machine tells what processes use. */
export const canReadProcesses = process.platform === 'linux';

/** The use of a running process and its descendants now; undefined where it has ended, or on another system. */
export function readResourceUse(root: number): ResourceUse | undefined {
  if (!canReadProcesses) return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const rows = pids.map(Number).flatMap((pid) => parseProcess(pid, readProcessFile(pid, 'stat') ?? '') ?? []);
  const tree = findProcessTree(root, rows);
  if (tree.length === 0) return undefined;
  return {
    memory: tree.reduce((sum, { pid }) => sum + parseMemory(readProcessFile(pid, 'smaps_rollup') ?? ''), 0),
    cpu: tree.reduce((sum, { cpu }) => sum + cpu, 0),
    processes: tree.length,
  };
}
