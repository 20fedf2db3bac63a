import { readFileSync } from 'node:fs';

/** A program with its arguments. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * Returns how to run one of our scripts (`('scripts/build.ts', ['--help'])`) with this Node and the Node options of
 * package.json. It avoids npm, whose process would be measured too. Throws if package.json doesn't name the script.
 */
export function findScriptProgram(script: string, args: readonly string[]): Program {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const command = Object.values(scripts).find((one) => one.startsWith('node ') && one.endsWith(` ${script}`));
  if (command === undefined) throw new Error(`package.json has no command that runs ${script}.`);
  return { file: process.execPath, args: [...command.split(' ').slice(1), ...args] };
}
