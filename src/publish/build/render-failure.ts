/** Why the pages could not be rendered, in our words where the cause is outside of this program. */
import { OperatorError } from '@/model/operator-error';
import { hintFor } from '../failure';

/** Astro could not render the site. Its own words are in the message where ours don’t do. */
export class RenderError extends OperatorError {
  override readonly name = 'RenderError';

  constructor(
    message: string,
    override readonly hint = '',
  ) {
    super(message);
  }
}

/** Node’s code for what the system refused, and its words: `ENOSPC: no space left on device, write`. */
const refused = /\b(E[A-Z]{3,12}): [a-z][^\n]*/;

/** What became of the process that rendered. */
export interface Rendering {
  /** The end of what it said. */
  readonly said: readonly string[];
  /** What ended it, where something did. */
  readonly signal: NodeJS.Signals | null;
}

const failed = 'The pages could not be rendered; nothing was published.';

export function explainRendering({ said, signal }: Rendering): RenderError {
  const words = said.join('\n');
  const [refusal, code = ''] = refused.exec(words) ?? [];
  const hint = hintFor(code);
  if (refusal !== undefined && hint !== undefined) {
    return new RenderError(`${failed} The system refused: ${refusal.replace(/\.$/, '')}.`, hint);
  }
  if (/heap out of memory|Allocation failed/.test(words) || signal === 'SIGKILL') {
    return new RenderError(
      `${failed} There was not enough memory.`,
      'Build on a machine with more of it, or end what else runs there. docs/performance.md says how much a build takes.',
    );
  }
  return new RenderError(`${failed} Astro said:\n${words}`);
}
