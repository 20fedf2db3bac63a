/** The text browser w3m, which knows neither scripts nor style sheets nor the attribute `hidden`. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ensureW3m } from '../../scripts/w3m';

export const hasW3m = ensureW3m((line) => console.log(line));

/** The letters of a line are counted in columns: wide enough for no sentence to be broken. */
const usual = ['-dump', '-cols', '1000', '-I', 'UTF-8', '-O', 'UTF-8'];

/** What w3m shows of an address, or of a file with HTML. Options such as `-post` come before. */
export async function dumpPage(address: string, ...options: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('w3m', [...usual, '-T', 'text/html', ...options, address], {
    maxBuffer: 10_000_000,
  });
  return stdout;
}
