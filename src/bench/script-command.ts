import { createRequire } from 'node:module';

/** A program with its arguments. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
}

/** A script of ours (`['scripts/build.ts', '--help']`) as a program, run by the same Node as this. */
export function scriptCommand(args: readonly string[]): Program {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  return { file: process.execPath, args: [tsx, ...args] };
}
