/** Explains why rendering failed, in plain words if the cause is outside this program. */
import { OperatorError } from '@/model/operator-error';
import { systemErrorHint } from '../failure';

/** Node's code and message of a system error: `ENOSPC: no space left on device, write`. */
const systemErrorPattern = /\b(E[A-Z]{3,12}): [a-z][^\n]*/;

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
