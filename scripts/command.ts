/** What all commands have in common: their arguments, `--help`, and how they end. */
import type { ParseArgsOptionsConfig } from 'node:util';
import { describeFailure, failureExitCode } from '@/publish/failure';
import { readCommandLine } from '@/terminal/command-line';
import { isInterrupted } from '@/terminal/interrupt';

export interface CommandShape<Options extends ParseArgsOptionsConfig> {
  readonly help: string;
  readonly options?: Options;
  /** True where the command takes words too. */
  readonly allowPositionals?: boolean;
  /** Said above why it failed: `Not published.` */
  readonly outcome?: string;
}

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<typeof readCommandLine<Options>>;

/**
 * Runs a command with what was written behind it, and sets the exit code: what `work` resolves to, 2 for a wrong
 * command line, 1 for any other failure. A failure is told in plain words, below `outcome`. `--help` prints the help.
 */
export async function runCommand<const Options extends ParseArgsOptionsConfig>(
  { help, options, allowPositionals = false, outcome }: CommandShape<Options>,
  work: (parsed: Parsed<Options>) => Promise<number>,
): Promise<void> {
  try {
    const parsed = readCommandLine(process.argv.slice(2), options ?? ({} as Options), { allowPositionals });
    if ((parsed.values as { help: boolean }).help) console.log(help);
    else process.exitCode = await work(parsed);
  } catch (error) {
    process.exitCode = failureExitCode(error);
    // What was stopped half way fails in ways that tell nothing.
    if (isInterrupted()) return;
    const isUsage = process.exitCode === 2;
    // Loaded only now: help and a wrong option are answered at once.
    const { createRedactor, findProcessSecrets } = await import('@/config/secrets');
    const redact = createRedactor(findProcessSecrets());
    console.error(
      `${outcome === undefined || isUsage ? '' : `\n${outcome}\n`}${redact(describeFailure(error))}`,
    );
  }
}
