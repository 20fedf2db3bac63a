/** How every command ends. */
import { describeFailure, exitCodeOf } from '@/publish/failure';

/**
 * Runs a command and sets the exit code: what it resolves to, 2 for a wrong command line, 1 for any other failure. A
 * failure is told in plain words, below `outcome` where that is given: `Not published.`
 */
export async function runCommand(work: () => Promise<number>, outcome?: string): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    const isUsage = process.exitCode === 2;
    console.error(`${outcome === undefined || isUsage ? '' : `\n${outcome}\n`}${describeFailure(error)}`);
  }
}
