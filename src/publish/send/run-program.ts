/** A program of the system, without a shell. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readEnvironment } from '@/config/environment';
import { onInterrupt } from '@/terminal/interrupt';
import { explainMissingProgram } from './send-error';

export interface ProgramResult {
  /** Its exit code; undefined if a signal ended it. */
  readonly code: number | undefined;
  readonly lines: readonly string[];
  /** Standard error. */
  readonly printed: string;
}

export interface RunningProgram {
  /** Writes a line to its standard input. */
  readonly write: (line: string) => void;
  /** Closes its standard input. */
  readonly close: () => void;
  /** Resolves to the next line that it prints; undefined if it ends before. */
  readonly nextLine: () => Promise<string | undefined>;
  /** Resolves when it has ended. Rejects with a `SendError` if it isn’t installed. */
  readonly ended: Promise<ProgramResult>;
}

/** Starts a program, which ends if a signal ends this process. It speaks English, whatever this machine’s language. */
export function startProgram(program: string, args: readonly string[]): RunningProgram {
  const child = spawn(program, args, { env: { ...readEnvironment(), LC_ALL: 'C' } });
  const forget = onInterrupt(() => void child.kill('SIGTERM'));
  const lines: string[] = [];
  let read = 0;
  let printed = '';
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    notify();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  // The program may have ended, which is told below.
  child.stdin.on('error', () => undefined);
  let hasEnded = false;
  const ended = new Promise<ProgramResult>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? explainMissingProgram(program) : error),
    );
    child.on('close', (code) => resolve({ code: code ?? undefined, lines, printed }));
  }).finally(() => {
    hasEnded = true;
    forget();
    notify();
  });
  // Told to those who wait for it.
  ended.catch(() => undefined);
  return {
    write: (line) => void child.stdin.write(`${line}\n`),
    close: () => void child.stdin.end(),
    nextLine: () =>
      new Promise((resolve) => {
        const look = () => {
          if (read === lines.length && !hasEnded) return;
          listeners.delete(look);
          resolve(lines[read++]);
        };
        listeners.add(look);
        look();
      }),
    ended,
  };
}
