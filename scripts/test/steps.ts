/** Runs the steps of a test run and prints the result of each. */
import { spawn } from 'node:child_process';
import { guarded } from './guarded';

type Command = readonly [string, ...string[]];

export interface TestStep {
  readonly name: string;
  /** They run one after another, up to the first that fails. */
  readonly commands: readonly Command[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where the tests are listed that it ran. A step without one counts as one test. */
  readonly report?: TestReport;
}

/** A report in JSON of one of the two runners. */
export interface TestReport {
  readonly runner: 'vitest' | 'playwright';
  readonly file: string;
}

/** The result of a step. */
export interface StepResult {
  readonly name: string;
  readonly report?: TestReport | undefined;
  readonly passed: boolean;
  /** ms */
  readonly duration: number;
  /** The output of its commands. Empty for a step with a report, whose commands write to the terminal. */
  readonly output: string;
}

interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a command, which ends with this process. `onOutput` gets its output as it comes; without it, the command prints to
 * the terminal itself. Resolves to its exit code, or 1 if it couldn't start, and its output.
 */
function runCommand(
  [file, ...args]: Command,
  env: TestStep['env'],
  onOutput?: (chunk: Buffer) => void,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const output = onOutput ? 'pipe' : 'inherit';
    const child = guarded(
      spawn(file, args, {
        detached: true,
        stdio: ['ignore', output, output],
        env: { ...process.env, ...env },
      }),
    );
    const chunks: Buffer[] = [];
    const end = (code: number) => resolve({ code, output: Buffer.concat(chunks).toString('utf8').trimEnd() });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        onOutput?.(chunk);
      });
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  });
}

type Print = (line: string) => void;

/** Runs a step's commands up to the first that fails. */
async function runStep(
  { name, commands, env, report }: TestStep,
  onOutput?: (chunk: Buffer) => void,
): Promise<StepResult> {
  const started = performance.now();
  const outputs: string[] = [];
  let passed = true;
  for (const command of commands) {
    const { code, output } = await runCommand(command, env, onOutput);
    if (output !== '') outputs.push(output);
    passed = code === 0;
    if (!passed) break;
  }
  return { name, report, passed, duration: performance.now() - started, output: outputs.join('\n') };
}

const formatStart = ({ name, commands }: TestStep) =>
  `\n=== ${name}: ${commands.map((command) => command.join(' ')).join(' && ')}`;

const formatEnd = ({ name, passed, duration }: StepResult) =>
  `=== ${name}: ${passed ? 'passed' : 'FAILED'} in ${(duration / 1000).toFixed(1)} s`;

/** Runs all steps one after another, even if one fails, so that one run shows every failure. */
export async function runSteps(steps: readonly TestStep[], print: Print): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    print(formatStart(step));
    const show = (chunk: Buffer) => void process.stdout.write(chunk);
    const result = await runStep(step, step.report ? undefined : show);
    print(formatEnd(result));
    results.push(result);
  }
  return results;
}

/** Runs all steps, two at a time, and prints each one's output at its end. Resolves to the results in order. */
export async function runPairs(steps: readonly TestStep[], print: Print): Promise<StepResult[]> {
  const queue = steps.entries();
  const results: StepResult[] = [];
  const runNext = async () => {
    for (const [index, step] of queue) {
      const result = await runStep(step, () => {});
      print(formatStart(step));
      if (result.output !== '') print(result.output);
      print(formatEnd(result));
      results[index] = result;
    }
  };
  await Promise.all([runNext(), runNext()]);
  return results;
}
