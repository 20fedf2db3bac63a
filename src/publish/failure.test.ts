import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '@/model/operator-error';
import { UsageError } from '@/terminal/command-line';
import { describeFailure, failureExitCode } from './failure';

class LostKeyError extends OperatorError {
  override readonly name = 'LostKeyError';
}

describe('what a command says when it fails', () => {
  it('is the message and the hint of any error of ours, without a stack', () => {
    expect(describeFailure(new LostKeyError('The key is lost. Look below the mat.'))).toBe(
      'The key is lost. Look below the mat.',
    );
    expect(describeFailure(new OperatorError('The space is closed.', 'Open it.'))).toBe(
      'The space is closed.\nOpen it.',
    );
  });

  it('has the stack of a defect', () => {
    const defect = new TypeError('x is not a function');
    expect(describeFailure(defect)).toBe(defect.stack);
    expect(describeFailure('a text')).toBe('a text');
    expect(failureExitCode(defect)).toBe(1);
  });

  it.each([
    ['ENOSPC', 'ENOSPC: no space left on device, write', 'Free some space on that disk, then try again.'],
    ['EBUSY', 'EBUSY: resource busy or locked, rename', 'Build into a folder below it.'],
  ])('says what the system refused, and what to do (%s)', (code, message, hint) => {
    const refused = Object.assign(new Error(message), { code });
    expect(describeFailure(refused)).toContain(`The system refused: ${message}.\n`);
    expect(describeFailure(refused)).toContain(hint);
    expect(failureExitCode(refused)).toBe(1);
  });

  it('says which Node npm needs where it left out a native part', () => {
    const missing = new Error('Cannot find native binding. npm has a bug related to optional dependencies.');
    expect(describeFailure(missing)).toContain(
      'Install 20.19 or 22.12, or a newer one, then run npm ci again.',
    );
    expect(failureExitCode(missing)).toBe(1);
  });

  it('keeps the stack where a file of ours is missing, since that is a defect', async () => {
    const missing: unknown = await writeFile('/no/such/folder/file', '').catch((error: unknown) => error);
    expect(describeFailure(missing)).toContain('ENOENT');
    expect(describeFailure(missing)).toMatch(/^Error: /);
  });

  it('leads to the help where the command line makes no sense, with an exit code of its own', async () => {
    const unknown: unknown = await new Promise(() => parseArgs({ args: ['--colour'] })).catch(
      (error: unknown) => error,
    );
    expect(describeFailure(unknown)).toBe("Unknown option '--colour'\nSee --help.");
    expect(failureExitCode(unknown)).toBe(2);
    expect(failureExitCode(new UsageError('There is no command “chek”.'))).toBe(2);
    expect(failureExitCode(new OperatorError('The space is closed.', 'Open it.'))).toBe(1);
  });
});
