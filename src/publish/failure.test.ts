import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '@/model/operator-error';
import { SourceError } from '@/sources/source';
import { UsageError } from '@/terminal/command-line';
import { describeFailure, failureExitCode } from './failure';

class LostKeyError extends OperatorError {
  override readonly name = 'LostKeyError';
}

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

describe('what a command says when it fails', () => {
  it('is the message and the hint of any error of ours, without a stack', () => {
    expect(describeFailure(new LostKeyError('The key is lost. Look below the mat.'))).toBe(
      'The key is lost. Look below the mat.',
    );
    expect(describeFailure(new SourceError('The space is closed.', 'Open it.'))).toBe(
      'The space is closed.\nOpen it.',
    );
  });

  it('has the stack of a defect', () => {
    const defect = new TypeError('x is not a function');
    expect(describeFailure(defect)).toBe(defect.stack);
    expect(describeFailure('a text')).toBe('a text');
    expect(failureExitCode(defect)).toBe(1);
  });

  it('says what the system refused, and what to do', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(describeFailure(full)).toBe(
      'The system refused: ENOSPC: no space left on device, write.\nFree some space on that disk, then try again.',
    );
    expect(failureExitCode(full)).toBe(1);
    const mounted = Object.assign(new Error('EBUSY: resource busy or locked, rename'), { code: 'EBUSY' });
    expect(describeFailure(mounted)).toBe(
      'The system refused: EBUSY: resource busy or locked, rename.\nSomething else uses it, or a disk is mounted there. Build into a folder below it.',
    );
  });

  it('says which Node npm needs where it left out a native part', () => {
    const missing = new Error(
      'Cannot find native binding. npm has a bug related to optional dependencies. Please try `npm i` again after removing both package-lock.json and node_modules directory.',
    );
    expect(describeFailure(missing)).toBe(
      'A package lacks the part that is made for this kind of machine.\nnpm leaves it out where the Node that npm itself runs on is older than 20.19, or 21 to 22.11. Install 20.19 or 22.12, or a newer one, then run npm ci again.',
    );
    expect(failureExitCode(missing)).toBe(1);
  });

  it('keeps the stack where a file of ours is missing, since that is a defect', async () => {
    const missing: unknown = await writeFile('/no/such/folder/file', '').catch((error: unknown) => error);
    expect(describeFailure(missing)).toContain('ENOENT');
    expect(describeFailure(missing)).toMatch(/^Error: /);
  });

  it('leads to the help where the command line makes no sense, with an exit code of its own', () => {
    const unknown = thrownBy(() => parseArgs({ args: ['--colour'], options: {} }));
    expect(describeFailure(unknown)).toBe("Unknown option '--colour'\nSee --help.");
    expect(failureExitCode(unknown)).toBe(2);
    expect(failureExitCode(new UsageError('There is no command “chek”.'))).toBe(2);
    expect(failureExitCode(new SourceError('The space is closed.', 'Open it.'))).toBe(1);
  });
});
