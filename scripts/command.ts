/** Runs a command: reads its arguments, answers `--help`, and sets the exit code. */
import type { ParseArgsOptionsConfig } from 'node:util';
import { describeFailure, failureExitCode } from '@/publish/failure';
import { readCommandLine } from '@/terminal/command-line';
import { isInterrupted } from '@/terminal/interrupt';

interface CommandOptions<Options extends ParseArgsOptionsConfig> {
  readonly help: string;
  readonly options?: Options;
  /** True if the command has arguments besides its options. */
  readonly allowPositionals?: boolean;
  /** Printed above the message of a failure: `Not published.` */
  readonly outcome?: string;
}

type ParsedCommandLine<Options extends ParseArgsOptionsConfig> = ReturnType<typeof readCommandLine<Options>>;

/**
 * Runs a command with its arguments, and sets the exit code: the result of `work`, 2 for a wrong command line, 1 for any
 * other failure. It prints the message of a failure below `outcome`. `--help` prints the help.
 */
export async function runCommand<const Options extends ParseArgsOptionsConfig>(
  { help, options, allowPositionals = false, outcome }: CommandOptions<Options>,
  work: (parsed: ParsedCommandLine<Options>) => Promise<number>,
): Promise<void> {
  try {
    const parsed = readCommandLine(process.argv.slice(2), options ?? ({} as Options), { allowPositionals });
    if ((parsed.values as { help: boolean }).help) console.log(help);
    else process.exitCode = await work(parsed);
  } catch (error) {
    process.exitCode = failureExitCode(error);
    // Errors after an interruption say nothing useful.
    if (isInterrupted()) return;
    const isUsage = process.exitCode === 2;
    // Loaded only now, so that help and a wrong option are answered at once.
    const { createRedactor, findProcessSecrets } = await import('@/config/secrets');
    const redact = createRedactor(findProcessSecrets());
    console.error(
      `${outcome === undefined || isUsage ? '' : `\n${outcome}\n`}${redact(describeFailure(error))}`,
    );
  }
}
