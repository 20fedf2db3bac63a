import { expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { describeFailure } from '../failure';
import { lockFile } from './lock';

const folder = temporaryFolder();

function refusal(name: string): string {
  try {
    lockFile(folder.at(name))();
  } catch (error) {
    return describeFailure(error);
  }
  return '';
}

it('a lock is not taken twice, and can be taken again once it is free', () => {
  const unlock = lockFile(folder.at('.lock'));
  expect(refusal('.lock')).toContain('Another command publishes to the same place. Nothing was published.');
  expect(refusal('.lock')).toContain(`lsof ${folder.at('.lock')}`);
  unlock();
  unlock();
  expect(refusal('.lock')).toBe('');
  expect(folder.read('.lock')).toBe('');
});

it('a lock whose file can’t be made is refused, with what to do', () => {
  expect(refusal('nowhere/.lock')).toMatch(
    /nowhere\/\.lock can’t be locked \(.+\)\. .*\nGive this user permission/,
  );
});
