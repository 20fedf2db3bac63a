/** What a command says when it fails, and what it exits with. */
import { OperatorError } from '@/model/operator-error';
import { UsageError } from '@/terminal/command-line';

/** What the system refuses for reasons outside of this program, by Node's code, and what to do about it. */
const refusals: Readonly<Record<string, string>> = {
  EACCES: 'Give this user the right to read and write there.',
  EPERM: 'Give this user the right to read and write there.',
  EROFS: 'Work in a folder on a disk that can be written to.',
  ENOSPC: 'Free some space on that disk, then try again.',
  EDQUOT: 'Free some space on that disk, then try again.',
  EISDIR: 'A folder is where a file should be. Move it away, then try again.',
  ENOTDIR: 'A file is where a folder should be. Move it away, then try again.',
  EBUSY: 'Something else uses it, or a disk is mounted there. Build into a folder below it.',
  ENOTEMPTY: 'Something else was put there meanwhile. Try again.',
  EIO: 'The disk may be failing.',
  EMFILE: 'Allow more open files (ulimit -n), then try again.',
};

/** What to do where the system refused with that code; undefined for a code that is a defect of ours. */
export function hintFor(code: string): string | undefined {
  return refusals[code];
}

const codeOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** The error in terms of ours, where it is not a defect of the program; else as it is. */
function asOperatorError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // Node goes on to explain how to write arguments that nobody means here.
  if (codeOf(error).startsWith('ERR_PARSE_ARGS')) return new UsageError(error.message.split('. To ')[0]);
  // Packages whose native part is missing say so, and advise to delete the lockfile, which doesn't help.
  if (error.message.startsWith('Cannot find native binding')) {
    return new RefusalError(
      'A package lacks the part that is made for this kind of machine.',
      'npm leaves it out where the Node that npm itself runs on is older than 20.19, or 21 to 22.11. Install 20.19 or 22.12, or a newer one, then run npm ci again.',
    );
  }
  const advice = hintFor(codeOf(error));
  return advice === undefined ? error : new RefusalError(`The system refused: ${error.message}.`, advice);
}

/** The machine is not as this program needs it: the system refused to read or write, or something isn't installed. */
class RefusalError extends OperatorError {
  override readonly name = 'RefusalError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

/** A failure as lines for a terminal: what is wrong, where, and how to mend it. A defect of ours has its stack. */
export function describeFailure(error: unknown): string {
  const said = asOperatorError(error);
  if (said instanceof OperatorError) return [said.message, said.hint ?? ''].join('\n').trimEnd();
  return said instanceof Error ? (said.stack ?? said.message) : String(said);
}

/** The exit code for a failure: 2 for a wrong command line, 1 for everything else. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return asOperatorError(error) instanceof UsageError ? 2 : 1;
}
