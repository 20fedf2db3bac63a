/** Runs the steps of a test run and prints the result of each. */
import { spawn, type ChildProcess } from 'node:child_process';
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
}

type Environment = TestStep['env'];

/** Starts a command. It ends with this process. */
const startCommand = ([file, ...args]: Command, env: Environment, output: 'inherit' | 'pipe'): ChildProcess =>
  guarded(
    spawn(file, args, {
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    }),
  );

/** Runs a command with its output shown at once. Resolves to its exit code, or 1 if it couldn't start. */
function runVisibly(command: Command, env: Environment): Promise<number> {
  return new Promise((resolve) => {
    const child = startCommand(command, env, 'inherit');
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

interface CommandOutput {
  readonly code: number;
  readonly output: string;
}

/** Runs a command. Resolves to its exit code, as `runVisibly` does, and its output. */
function runCaptured(command: Command, env: Environment): Promise<CommandOutput> {
  return new Promise((resolve) => {
    const child = startCommand(command, env, 'pipe');
    const chunks: Buffer[] = [];
    const end = (code: number) => resolve({ code, output: Buffer.concat(chunks).toString('utf8').trimEnd() });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a step's commands up to the first that fails. Resolves to the last exit code. */
async function runCommands(
  { commands }: TestStep,
  run: (command: Command) => Promise<number>,
): Promise<number> {
  for (const command of commands) {
    const code = await run(command);
    if (code !== 0) return code;
  }
  return 0;
}

type Print = (line: string) => void;

const formatStart = ({ name, commands }: TestStep) =>
  `\n=== ${name}: ${commands.map((command) => command.join(' ')).join(' && ')}`;

function reportEnd({ name, report }: TestStep, code: number, started: number, print: Print): StepResult {
  const result = { name, report, passed: code === 0, duration: performance.now() - started };
  print(`=== ${name}: ${result.passed ? 'passed' : 'FAILED'} in ${(result.duration / 1000).toFixed(1)} s`);
  return result;
}

/** Runs all steps one after another, even if one fails, so that one run shows every failure. */
export async function runSteps(steps: readonly TestStep[], print: Print): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    print(formatStart(step));
    const started = performance.now();
    const code = await runCommands(step, (command) => runVisibly(command, step.env));
    results.push(reportEnd(step, code, started, print));
  }
  return results;
}

/** Runs all steps, two at a time, and prints each one's output at its end. Resolves to the results in order. */
export async function runPairs(steps: readonly TestStep[], print: Print): Promise<StepResult[]> {
  const queue = steps.entries();
  const results: StepResult[] = [];
  const runNext = async () => {
    for (const [index, step] of queue) {
      const started = performance.now();
      const output: string[] = [];
      const code = await runCommands(step, async (command) => {
        const result = await runCaptured(command, step.env);
        if (result.output !== '') output.push(result.output);
        return result.code;
      });
      print(formatStart(step));
      for (const text of output) print(text);
      results[index] = reportEnd(step, code, started, print);
    }
  };
  await Promise.all([runNext(), runNext()]);
  return results;
}
