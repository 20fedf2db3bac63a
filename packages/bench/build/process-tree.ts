/** Reads the memory and processor time of a process and its descendants from Linux's /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** The resources that a tree of processes uses at one moment. */
interface ResourceUse {
  /** The sum of all processes' memory, bytes. A shared page counts once, divided among them (proportional set size). */
  readonly memory: number;
  /** Processor time so far, with that of ended processes, ms. */
  readonly cpu: number;
}

/** A row of the table of processes. */
interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** Its own time and that of its ended children, ms. */
  readonly cpu: number;
}

/** Linux reports processor time in hundredths of a second on every architecture that Node supports. */
const msPerTick = 10;

/** Parses a line of `/proc/<pid>/stat` (proc(5)). Returns undefined for any other text. */
function parseProcess(pid: number, stat: string): ProcessRow | undefined {
  // The process's name before the last parenthesis may contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).map(Number);
  const parent = Number(fields[1]);
  if (Number.isNaN(parent) || ticks.length < 4) return undefined;
  return { pid, parent, cpu: ticks.reduce((sum, one) => sum + one, 0) * msPerTick };
}

/** Parses the memory in `/proc/<pid>/smaps_rollup`, bytes. Of a page that n processes share, it counts an n-th. */
function parseMemory(rollup: string): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
}

/** Finds the rows of a process and its descendants, itself first. Returns an empty list for an unknown process. */
function findProcessTree(root: number, rows: readonly ProcessRow[]): ProcessRow[] {
  const byParent = Map.groupBy(rows, ({ parent }) => parent);
  const tree = rows.filter(({ pid }) => pid === root);
  for (let index = 0; index < tree.length; index++) {
    const row = tree[index];
    if (row) tree.push(...(byParent.get(row.pid) ?? []));
  }
  return tree;
}

/** Reads a file of a process. Returns undefined if the process has ended since it was listed. */
function readProcessFile(pid: number, file: 'stat' | 'smaps_rollup'): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** True on systems that report the resources of processes. */
export const canReadProcesses = process.platform === 'linux';

/** Reads the resources of a running process and its descendants. Returns undefined after its end or on other systems. */
export function readResourceUse(root: number): ResourceUse | undefined {
  if (!canReadProcesses) return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const rows = pids.map(Number).flatMap((pid) => parseProcess(pid, readProcessFile(pid, 'stat') ?? '') ?? []);
  const tree = findProcessTree(root, rows);
  if (tree.length === 0) return undefined;
  return {
    memory: tree.reduce((sum, { pid }) => sum + parseMemory(readProcessFile(pid, 'smaps_rollup') ?? ''), 0),
    cpu: tree.reduce((sum, { cpu }) => sum + cpu, 0),
  };
}
