/** Tells which files of a folder git can bring back as they are. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The most bytes that git may answer: names of files. */
const maxBuffer = 64 * 2 ** 20;

/**
 * Lists the files of the last commit that weren't changed since, by their paths below `dir`. Others may hold the only
 * copy of someone's work. Resolves to undefined without git, a repository or a commit.
 */
export async function listCommittedFiles(dir: string): Promise<ReadonlySet<string> | undefined> {
  const listNames = async (...words: string[]) => {
    const { stdout } = await run('git', ['-C', dir, ...words], { maxBuffer });
    return stdout.split('\0').filter((name) => name !== '');
  };
  try {
    const committed = await listNames('ls-tree', '-r', '-z', '--name-only', 'HEAD');
    const changed = new Set(await listNames('diff', '-z', '--name-only', '--relative', 'HEAD'));
    return new Set(committed.filter((name) => !changed.has(name)));
  } catch {
    return undefined;
  }
}
