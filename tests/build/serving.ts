/** Runs a command that serves until it is stopped, in a process of its own, as a person would. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { startProgram, type Env } from './run-build';

/** How a process ended. */
export type Exit = readonly [code: number | null, signal: NodeJS.Signals | null];

/** A command at work. */
export interface Serving {
  readonly pid: number | undefined;
  /** Everything that it has said so far. */
  readonly said: () => string;
  /** Resolves when it has said something. Rejects where it ends before. */
  readonly saying: (what: string) => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly exited: Promise<Exit>;
  /** The processes that it has started; none where the system doesn't tell. */
  readonly children: () => number[];
}

/** Starts `scripts/<name>.ts`. Whoever calls it sends a signal in the end. */
export function runServing(name: string, args: readonly string[], env: Env): Serving {
  const child = startProgram(`scripts/${name}.ts`, args, env);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const exited = once(child, 'close') as Promise<unknown> as Promise<Exit>;
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  const said = () => lines.join('\n');
  return {
    pid: child.pid,
    said,
    exited,
    saying: (what) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!said().includes(what)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        void exited.then(() => reject(new Error(`It ended without saying “${what}”:\n${said()}`)));
      }),
    signal: (signal) => void child.kill(signal),
    children: () => {
      const list = `/proc/${child.pid}/task/${child.pid}/children`;
      return existsSync(list) ? readFileSync(list, 'utf8').split(' ').filter(Boolean).map(Number) : [];
    },
  };
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
