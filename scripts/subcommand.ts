import { UsageError } from '@/terminal/command-line';
import { runCommand } from './command';

type Commands = Readonly<Record<string, () => Promise<unknown>>>;

/** Answers `--help`, and refuses anything else. */
const refuse = (help: string, commands: Commands, name: string): Promise<void> =>
  runCommand({ help, allowPositionals: true }, () => {
    const problem = name === '' ? 'Nothing is named.' : `There is no “${name}”.`;
    throw new UsageError(`${problem} Name one of ${Object.keys(commands).join(', ')}.`);
  });

/**
 * Runs the command that the first argument names, with the arguments after it. Where it names none, runs `otherwise`; without
 * it, only `--help` is answered.
 */
export async function runSubcommand(
  help: string,
  commands: Commands,
  otherwise?: () => Promise<void>,
): Promise<void> {
  const [name = ''] = process.argv.slice(2);
  const run = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!run) return otherwise ? otherwise() : refuse(help, commands, name);
  process.argv.splice(2, 1);
  await run();
}
