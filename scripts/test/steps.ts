/** Runs commands and says how each ended. */
import { spawn, type ChildProcess } from 'node:child_process';
import { guarded } from './guarded';

type Command = readonly [string, ...string[]];

export interface TestStep {
  readonly name: string;
  /** Run one after another, up to the first that fails. */
  readonly commands: readonly Command[];
  readonly env?: Readonly<Record<string, string>>;
}

/** How a step ended. */
export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  /** ms */
  readonly duration: number;
}

type Environment = TestStep['env'];

const start = ([file, ...args]: Command, env: Environment, output: 'inherit' | 'pipe'): ChildProcess =>
  guarded(
    spawn(file, args, {
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    }),
  );

/** Runs a command, shows what it says as it comes, and resolves to its exit code; 1 where it could not start. */
function runShown(command: Command, env: Environment): Promise<number> {
  return new Promise((resolve) => {
    const child = start(command, env, 'inherit');
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

interface Heard {
  readonly code: number;
  readonly said: string;
}

/** Runs a command and resolves to its exit code, as `runShown` does, and to what it said. */
function runHeard(command: Command, env: Environment): Promise<Heard> {
  return new Promise((resolve) => {
    const child = start(command, env, 'pipe');
    const chunks: Buffer[] = [];
    const end = (code: number) => resolve({ code, said: Buffer.concat(chunks).toString('utf8').trimEnd() });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a step's commands up to the first that fails, and resolves to the last one's exit code. */
async function runThrough(
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

const begun = ({ name, commands }: TestStep) =>
  `\n=== ${name}: ${commands.map((command) => command.join(' ')).join(' && ')}`;

function ended({ name }: TestStep, code: number, started: number, print: Print): StepResult {
  const result = { name, passed: code === 0, duration: performance.now() - started };
  print(`=== ${name}: ${result.passed ? 'passed' : 'FAILED'} in ${(result.duration / 1000).toFixed(1)} s`);
  return result;
}

/** Runs all steps one after another, also after one has failed, so that one run tells everything. */
export async function runSteps(steps: readonly TestStep[], print: Print): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    print(begun(step));
    const started = performance.now();
    const code = await runThrough(step, (command) => runShown(command, step.env));
    results.push(ended(step, code, started, print));
  }
  return results;
}

/** Runs all steps, two at a time, and shows what each said when it has ended. Resolves to the results in their order. */
export async function runPairs(steps: readonly TestStep[], print: Print): Promise<StepResult[]> {
  const queue = steps.entries();
  const results: StepResult[] = [];
  const work = async () => {
    for (const [index, step] of queue) {
      const started = performance.now();
      const said: string[] = [];
      const code = await runThrough(step, async (command) => {
        const heard = await runHeard(command, step.env);
        if (heard.said !== '') said.push(heard.said);
        return heard.code;
      });
      print(begun(step));
      for (const text of said) print(text);
      results[index] = ended(step, code, started, print);
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

/** The parts of `npm test`, in their order. */
export const suites = ['static', 'unit', 'build', 'browser'] as const;

/** Types, lint, format and unused code: what `npm run check` runs. The longest first. */
export const checkSteps: readonly TestStep[] = [
  {
    name: 'types',
    // Astro first, which writes the types that it makes of the content's collections.
    commands: [['npm', 'run', '--silent', 'typecheck']],
  },
  { name: 'lint', commands: [['npm', 'run', '--silent', 'lint']] },
  { name: 'format', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
  { name: 'unused code', commands: [['npm', 'run', '--silent', 'unused']] },
];
