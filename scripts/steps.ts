/** Runs commands one after another and says how each ended. */
import { spawn } from 'node:child_process';

export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

/** How a step ended. */
export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  /** ms */
  readonly duration: number;
}

/** Runs a command with its output shown. Resolves to its exit code; 1 where it could not start. */
export function run(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const [file, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs all steps, also after one has failed, so that one run tells everything. */
export async function runSteps(steps: readonly Step[], print: (line: string) => void): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const { name, command, env } of steps) {
    print(`\n=== ${name}: ${command.join(' ')}`);
    const started = performance.now();
    const passed = (await run(command, env)) === 0;
    const duration = performance.now() - started;
    print(`=== ${name}: ${passed ? 'passed' : 'FAILED'} in ${(duration / 1000).toFixed(1)} s`);
    results.push({ name, passed, duration });
  }
  return results;
}

/** Types, lint, format and unused code: what `npm run check` runs. */
export const checkSteps: readonly Step[] = [
  { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'hint'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'unused code', command: ['knip'] },
];
