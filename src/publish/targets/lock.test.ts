import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { guarded } from '@scripts/test/guarded';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { describeFailure } from '../failure';
import { withFolderLock } from './deploy-target';
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

it('a lock stays with a process that is stopped, and is free as soon as that is killed', async () => {
  // Collecting garbage must not free the lock of a process that doesn’t keep the function to free it.
  const code =
    "import { lockFile } from './src/publish/targets/lock.ts'; lockFile(process.argv[1]);" +
    "setTimeout(() => { gc(); console.log('locked'); }); setInterval(() => undefined, 1000);";
  const args = ['--expose-gc', '--import', 'tsx', '--input-type=module', '-e', code, folder.at('.lock')];
  const child = guarded(
    spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  await once(child.stdout, 'data');
  child.kill('SIGSTOP');
  expect(refusal('.lock')).toContain('Another command publishes to the same place.');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(refusal('.lock')).toBe('');
});

it('a build waits for another into the same folder, whose lock is beside it for all checkouts', async () => {
  const unlock = lockFile(folder.at('.dist.lock'));
  const said: string[] = [];
  const built = withFolderLock(
    folder.at('dist'),
    (line) => said.push(line),
    () => Promise.resolve('built'),
  );
  await expect.poll(() => said).toEqual([expect.stringContaining('dist is running. This one waits for it.')]);
  unlock();
  expect(await built).toBe('built');
});

it('a lock whose file can’t be made is refused, with what to do', () => {
  expect(refusal('nowhere/.lock')).toMatch(
    /nowhere\/\.lock can’t be locked \(.+\)\. .*\nGive this user permission/,
  );
});
