/** Error messages and exit codes of the commands. */
import { OperatorError } from '@/model/operator-error';
import { UsageError } from '@/terminal/command-line';

/** Advice by Node's error code, for errors of the operating system. */
const systemErrorHints: Readonly<Record<string, string>> = {
  EACCES: 'Give this user permission to read and write there.',
  EPERM: 'Give this user permission to read and write there.',
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

/** Returns advice for a Node error code; undefined if the code points to a defect of this program. */
export const systemErrorHint = (code: string): string | undefined => systemErrorHints[code];

const errorCode = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** Converts errors of Node, npm and the system to an `OperatorError`; returns any other error as it is. */
function asOperatorError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // Node adds advice about unusual arguments, which doesn't apply here.
  if (errorCode(error).startsWith('ERR_PARSE_ARGS'))
    return new UsageError(error.message.split('. To ')[0] ?? '');
  // npm's own message advises to delete the lockfile, which doesn't help.
  if (error.message.startsWith('Cannot find native binding')) {
    return new OperatorError(
      'A package lacks the part that is made for this kind of machine.',
      'npm leaves it out where the Node that npm itself runs on is older than 20.19, or 21 to 22.11. Install 20.19 or 22.12, or a newer one, then run npm ci again.',
    );
  }
  const advice = systemErrorHint(errorCode(error));
  return advice === undefined ? error : new OperatorError(`The system refused: ${error.message}.`, advice);
}

/** Formats an error for a terminal: what is wrong, where, and how to fix it. A defect has its stack. */
export function describeFailure(error: unknown): string {
  const known = asOperatorError(error);
  if (known instanceof OperatorError) return [known.message, known.hint ?? ''].join('\n').trimEnd();
  return known instanceof Error ? (known.stack ?? known.message) : String(known);
}

/** The exit code for a failure: 2 for a wrong command line, 1 for everything else. */
export function failureExitCode(error: unknown): 1 | 2 {
  return asOperatorError(error) instanceof UsageError ? 2 : 1;
}
