/** Follows the processes that render, and explains why one failed, in plain words if the cause is outside this program. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { OperatorError } from '@/model/operator-error';
import { onInterrupt } from '@/terminal/interrupt';
import { systemErrorHint } from '../failure';

/** Node's code and message of a system error: `ENOSPC: no space left on device, write`. */
const systemErrorPattern = /\b(E[A-Z]{3,12}): [a-z][^\n]*/;

/** Lines of a process's output that a message may have. */
const keptLines = 60;

/** How a process failed. */
export interface RenderFailure {
  /** The last lines of its output. */
  readonly output: readonly string[];
  /** The signal that ended it, if any. */
  readonly signal: NodeJS.Signals | null;
}

/**
 * Follows a process that renders: it ends when the signal is aborted, or when this process is told to end. Its output is
 * discarded then, so it needs no time to finish.
 */
export function followProcess(child: ChildProcess, signal: AbortSignal) {
  const output: string[] = [];
  const read = (chunk: Buffer) => {
    output.push(
      ...chunk
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );
    output.splice(0, output.length - keptLines);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const closed = once(child, 'close');
  // That it couldn't be started reaches who waits for it.
  closed.catch(() => undefined);
  const stop = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  const abort = () => void stop();
  signal.addEventListener('abort', abort);
  const release = onInterrupt(stop);
  child.once('close', () => {
    signal.removeEventListener('abort', abort);
    release();
  });
  return {
    /** Resolves when it has ended. */
    closed,
    /** Ends it, and resolves then. */
    stop,
    /** How it failed, once it has ended. */
    failure: (): RenderFailure => ({ output, signal: child.signalCode }),
  };
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
