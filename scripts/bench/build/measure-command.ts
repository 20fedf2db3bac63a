/** Runs a command and measures the time, memory and processor time of all its processes. */
import { spawn } from 'node:child_process';
import { readResourceUse } from './process-tree';
import type { Program } from '../script-program';

/** The time between two samples of memory, ms. A shorter peak can be missed. */
const sampleIntervalMs = 200;

/** A line that the command printed, with its time (ms since the start). */
export interface TimedLine {
  readonly at: number;
  readonly text: string;
}

/** The memory (bytes) of all processes at a time (ms since the start). */
interface MemorySample {
  readonly at: number;
  readonly memory: number;
}

export interface Measurement {
  /** null if a signal ended it. */
  readonly exitCode: number | null;
  /** Wall time, ms. */
  readonly duration: number;
  /** Processor time, ms; it may lack up to one interval. 0 on systems where it can't be read. */
  readonly cpu: number;
  /** Empty on systems where memory can't be read. */
  readonly samples: readonly MemorySample[];
  /** Standard output and error, in the order in which they came. */
  readonly lines: readonly TimedLine[];
}

interface MeasuredCommand extends Program {
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Creates a reader that joins chunks into whole lines. */
function createLineReader(onLine: (text: string) => void) {
  let rest = '';
  return {
    read: (chunk: string) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      parts.forEach(onLine);
    },
    end: () => {
      if (rest !== '') onLine(rest);
    },
  };
}

/** Runs a command to its end and gives each line to `onLine`. Rejects only if the command can't be started. */
export async function measureCommand(
  command: MeasuredCommand,
  onLine: (line: TimedLine) => void,
): Promise<Measurement> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  const child = spawn(command.file, command.args, { env: command.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: TimedLine[] = [];
  const samples: MemorySample[] = [];
  let cpu = 0;

  const readers = [child.stdout, child.stderr].map((stream) => {
    const reader = createLineReader((text) => {
      const line = { at: elapsed(), text };
      lines.push(line);
      onLine(line);
    });
    stream.setEncoding('utf8').on('data', reader.read);
    return reader;
  });
  const takeSample = () => {
    const use = child.pid === undefined ? undefined : readResourceUse(child.pid);
    if (!use) return;
    samples.push({ at: elapsed(), memory: use.memory });
    cpu = Math.max(cpu, use.cpu);
  };
  const timer = setInterval(takeSample, sampleIntervalMs);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    for (const reader of readers) reader.end();
    const duration = elapsed();
    return { exitCode, duration, cpu, samples, lines };
  } finally {
    clearInterval(timer);
  }
}

/** Finds the peak memory (bytes) between two times; undefined if there is no sample. */
export function findPeakMemory(
  samples: readonly MemorySample[],
  from = 0,
  to = Infinity,
): number | undefined {
  const within = samples.filter(({ at }) => at >= from && at < to).map(({ memory }) => memory);
  return within.length > 0 ? Math.max(...within) : undefined;
}
