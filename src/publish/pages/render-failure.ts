/** Explains why rendering failed, in plain words if the cause is outside this program. */
import type { ChildProcess } from 'node:child_process';
import { OperatorError } from '@/model/operator-error';
import { systemErrorHint } from '../failure';

/** Node's code and message of a system error: `ENOSPC: no space left on device, write`. */
const systemErrorPattern = /\b(E[A-Z]{3,12}): [a-z][^\n]*/;

/** Lines of a process's output that a message may have. */
const keptLines = 60;

/** Collects the last lines of a process's output, as it goes. */
export function collectOutput({ stdout, stderr }: ChildProcess): readonly string[] {
  const lines: string[] = [];
  const read = (chunk: Buffer) => {
    lines.push(
      ...chunk
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );
    lines.splice(0, lines.length - keptLines);
  };
  stdout?.on('data', read);
  stderr?.on('data', read);
  return lines;
}

/** How the render process failed. */
export interface RenderFailure {
  /** The last lines of its output. */
  readonly output: readonly string[];
  /** The signal that ended it, if any. */
  readonly signal: NodeJS.Signals | null;
}

const failed = 'The pages could not be rendered; nothing was published.';

export function explainRenderFailure({ output, signal }: RenderFailure): OperatorError {
  const words = output.join('\n');
  const [refusal, code = ''] = systemErrorPattern.exec(words) ?? [];
  const hint = systemErrorHint(code);
  if (refusal !== undefined && hint !== undefined) {
    return new OperatorError(`${failed} The system refused: ${refusal.replace(/\.$/, '')}.`, hint);
  }
  if (/heap out of memory|Allocation failed/.test(words) || signal === 'SIGKILL') {
    return new OperatorError(
      `${failed} There was not enough memory.`,
      'Build on a machine with more of it, or end what else runs there. docs/performance.md says how much a build takes.',
    );
  }
  return new OperatorError(`${failed} Astro said:\n${words}`);
}
