/** Runs the steps of a test run and prints the result of each. */
import { spawn } from 'node:child_process';
import { guarded } from './guarded';

type Command = readonly [string, ...string[]];

export interface TestStep {
  readonly name: string;
  /** They run one after another, up to the first that fails. */
  readonly commands: readonly Command[];
  readonly env?: Readonly<Record<string, string>>;
  /** The file of its report in JSON, of Vitest or Playwright. A step without one counts as one test. */
  readonly report?: string;
}

/** The result of a step. */
export interface StepResult {
  readonly name: string;
  readonly report?: string | undefined;
  readonly passed: boolean;
  /** ms */
  readonly duration: number;
}

/** Runs a command, which ends with this process. Resolves to true if it ends with 0. Its output is printed at once, or added to `output`. */
function runCommand([file, ...args]: Command, env: TestStep['env'], output?: Buffer[]): Promise<boolean> {
  return new Promise((resolve) => {
    const to = output ? 'pipe' : 'inherit';
    const child = guarded(
      spawn(file, args, { detached: true, stdio: ['ignore', to, to], env: { ...process.env, ...env } }),
    );
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => output?.push(chunk));
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

type Print = (line: string) => void;

/** Runs a step's commands up to the first that fails. */
async function runStep({ name, commands, env, report }: TestStep, output?: Buffer[]): Promise<StepResult> {
  const started = performance.now();
  let passed = true;
  for (const command of commands) passed &&= await runCommand(command, env, output);
  return { name, report, passed, duration: performance.now() - started };
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
    const result = await runStep(step);
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
      const output: Buffer[] = [];
      const result = await runStep(step, output);
      print(
        [formatStart(step), Buffer.concat(output).toString('utf8').trimEnd(), formatEnd(result)].join('\n'),
      );
      results[index] = result;
    }
  };
  await Promise.all([runNext(), runNext()]);
  return results;
}
