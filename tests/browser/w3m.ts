/** The text browser w3m, which knows neither scripts nor style sheets nor the attribute `hidden`. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ensureW3m } from '../../scripts/install/test-tools';

export const hasW3m = ensureW3m((line) => console.log(line));

/** The letters of a line are counted in columns: wide enough for no sentence to be broken. */
const usual = ['-dump', '-cols', '1000', '-I', 'UTF-8', '-O', 'UTF-8'];

/** What w3m shows of a file with HTML. */
export async function dumpPage(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)('w3m', [...usual, '-T', 'text/html', file], {
    maxBuffer: 10_000_000,
  });
  return stdout;
}
