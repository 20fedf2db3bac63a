/** Runs a command and measures the time, memory and processor time of all its processes. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Environment } from '@/config/environment';
import { OperatorError } from '@/model/operator-error';
import { readResourceUse } from './process-tree';

/** The measured command failed, or ended too early. The message contains its last lines. */
export class BenchError extends OperatorError {
  override readonly name = 'BenchError';
}

/** The time between two samples of memory, ms. A shorter peak can be missed. */
const sampleIntervalMs = 200;

/** A line that the command printed, with its time (ms since the start). */
export interface TimedLine {
  readonly at: number;
  readonly text: string;
}

export interface Measurement {
  /** Wall time, ms. */
  readonly duration: number;
  /** Processor time, ms; it may lack up to one interval. 0 on systems where it can't be read. */
  readonly cpu: number;
  /** The memory (bytes) of all processes from time to time. Empty on systems where it can't be read. */
  readonly samples: readonly number[];
  /** Standard output and error, in the order in which they came. */
  readonly lines: readonly TimedLine[];
}

/** A program with its arguments. */
interface Program {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * Returns how to run one of our scripts (`('scripts/build.ts', '--help')`) with this Node and the Node options of
 * package.json. It avoids npm, whose process would be measured too. Throws if package.json doesn't name the script.
 */
export function findScriptProgram(script: string, ...args: readonly string[]): Program {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const command = Object.values(scripts).find((one) => one.startsWith('node ') && one.endsWith(` ${script}`));
  if (command === undefined) throw new Error(`package.json has no command that runs ${script}.`);
  return { file: process.execPath, args: [...command.split(' ').slice(1), ...args] };
}

/** Runs a command to its end and gives each line to `onLine`. Rejects with a `BenchError` if it fails. */
export async function measureCommand(
  { file, args }: Program,
  env: Environment,
  onLine: (line: TimedLine) => void = () => undefined,
): Promise<Measurement> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: TimedLine[] = [];
  const samples: number[] = [];
  let cpu = 0;
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (text) => {
      const line = { at: elapsed(), text };
      lines.push(line);
      onLine(line);
    });
  const takeSample = () => {
    const use = child.pid === undefined ? undefined : readResourceUse(child.pid);
    if (!use) return;
    samples.push(use.memory);
    cpu = Math.max(cpu, use.cpu);
  };
  const timer = setInterval(takeSample, sampleIntervalMs);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (exitCode === 0) return { duration: elapsed(), cpu, samples, lines };
    const said = lines.slice(-40).map(({ text }) => text);
    throw new BenchError([`${file} ${args.join(' ')} failed. It said:`, ...said].join('\n'));
  } finally {
    clearInterval(timer);
  }
}

/** The peak memory (bytes); undefined where it can't be read. */
export const findPeakMemory = ({ samples }: Measurement): number | undefined =>
  samples.length > 0 ? Math.max(...samples) : undefined;
