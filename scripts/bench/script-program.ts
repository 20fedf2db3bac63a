import { readFileSync } from 'node:fs';

/** A program with its arguments. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * A script of ours (`('scripts/build.ts', ['--help'])`) as npm runs it by package.json, with the options that Node is given
 * there, but by the same Node as this and with no npm around it. Throws where package.json doesn't name it.
 */
export function findScriptProgram(script: string, args: readonly string[]): Program {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const command = Object.values(scripts).find((one) => one.startsWith('node ') && one.endsWith(` ${script}`));
  if (command === undefined) throw new Error(`package.json has no command that runs ${script}.`);
  return { file: process.execPath, args: [...command.split(' ').slice(1), ...args] };
}
