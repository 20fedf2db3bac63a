/** What a process and all that it started use, read from Linux's /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** What a tree of processes uses at one moment. */
export interface TreeUse {
  /** Resident memory of all processes added up, bytes. Pages that two of them share count twice. */
  readonly memory: number;
  /** Processor time so far, of those that have ended too, ms. */
  readonly cpu: number;
  readonly processes: number;
}

/** A row of the table of processes. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** Bytes. */
  readonly memory: number;
  /** Own time and that of its children that have ended, ms. */
  readonly cpu: number;
}

/** Linux counts processor time in hundredths of a second for programs, on every architecture that Node runs on. */
const msPerTick = 10;

/**
 * A process as `/proc/<pid>/stat` and `/proc/<pid>/status` describe it (proc(5)). Undefined where they say nothing of
 * memory: a process that has ended, or one of the kernel's.
 */
export function parseProcess(pid: number, stat: string, status: string): ProcessRow | undefined {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  // The name before the last parenthesis may hold anything, spaces and parentheses too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).map(Number);
  const parent = Number(fields[1]);
  if (kilobytes === undefined || Number.isNaN(parent) || ticks.length < 4) return undefined;
  return {
    pid,
    parent,
    memory: Number(kilobytes) * 1024,
    cpu: ticks.reduce((sum, one) => sum + one, 0) * msPerTick,
  };
}

/** The use of a process and its descendants. Undefined where the process isn't in the table. */
export function useOf(root: number, rows: readonly ProcessRow[]): TreeUse | undefined {
  const byParent = Map.groupBy(rows, ({ parent }) => parent);
  const tree = rows.filter(({ pid }) => pid === root);
  if (tree.length === 0) return undefined;
  for (let index = 0; index < tree.length; index++) {
    const row = tree[index];
    if (row) tree.push(...(byParent.get(row.pid) ?? []));
  }
  return {
    memory: tree.reduce((sum, { memory }) => sum + memory, 0),
    cpu: tree.reduce((sum, { cpu }) => sum + cpu, 0),
    processes: tree.length,
  };
}

function readRow(pid: number): ProcessRow | undefined {
  try {
    return parseProcess(
      pid,
      readFileSync(`/proc/${pid}/stat`, 'utf8'),
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    );
  } catch {
    // It ended between the listing and now.
    return undefined;
  }
}

/** True where this machine tells what processes use. */
export const canSeeProcesses = process.platform === 'linux';

/** The use of a running process and its descendants now; undefined where it has ended, or on another system. */
export function readUse(root: number): TreeUse | undefined {
  if (!canSeeProcesses) return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return useOf(
    root,
    pids.flatMap((name) => readRow(Number(name)) ?? []),
  );
}
