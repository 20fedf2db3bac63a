/** `npm run test:full -- other-content`: no test of the program may depend on the sample's entries. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './command';

const help = `npm run test:full -- other-content [--content DIR]

  Runs the unit tests of src and scripts in a copy of this checkout whose content is another: the program's tests bring
  the entries that they need. Only tests/content and the tests in a browser may read the sample.

  --content DIR   folder that takes the sample's place (default: tests/small-content)
`;

const options = { content: { type: 'string', default: 'tests/small-content' } } as const;

const copy = '.local/test/other-content';

/** Lists the files that git tracks or would add, without the sample. */
function filesToCopy(): string[] {
  const { stdout, status } = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', ':!content'],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (status !== 0) throw new Error('git can’t list the files of this checkout.');
  return stdout.split('\0').filter(Boolean);
}

async function testWith(content: string): Promise<number> {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  try {
    for (const file of filesToCopy()) await cp(file, path.join(copy, file));
    await cp(content, path.join(copy, 'content'), { recursive: true });
    await symlink(path.resolve('node_modules'), path.join(copy, 'node_modules'));
    // As in any checkout: some tests ask git.
    spawnSync('git', ['init', '--quiet'], { cwd: copy });
    spawnSync('git', ['add', '--all'], { cwd: copy });
    const { status } = spawnSync('vitest', ['run', 'src/', 'scripts/'], { cwd: copy, stdio: 'inherit' });
    return status ?? 1;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

await runCommand({ help, options }, ({ values }) => testWith(values.content));
