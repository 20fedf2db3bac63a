/** The text browser w3m, which knows neither scripts nor style sheets nor the attribute `hidden`. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureW3m } from '../../scripts/install/w3m';

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

/** The addresses of the links of a page, by what they say, as w3m numbers them. */
export async function linksOf(address: string): Promise<ReadonlyMap<string, string>> {
  const text = await dumpPage(address, '-o', 'display_link_number=1');
  const addresses = new Map(
    [...text.matchAll(/^\[(\d+)\] (\S+)$/gm)].map(([, number, url]) => [number, url]),
  );
  const links = new Map<string, string>();
  for (const [, number, words = ''] of text.matchAll(/\[(\d+)\]([^[\n]+)/g)) {
    const url = addresses.get(number);
    if (url !== undefined && url !== words.trim() && !links.has(words.trim())) links.set(words.trim(), url);
  }
  return links;
}

/** The answer to a form that w3m posts, with the fields in this order. */
export async function postForm(
  action: string,
  fields: readonly (readonly [name: string, value: string])[],
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'w3m-'));
  try {
    const file = path.join(folder, 'body');
    await writeFile(file, new URLSearchParams(fields.map(([name, value]) => [name, value])).toString());
    return await dumpPage(action, '-post', file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The source of a page as w3m loads it. */
export async function sourceOf(address: string): Promise<string> {
  // It would show the bytes as they are sent.
  const options = ['-dump_source', '-o', 'accept_encoding=identity'];
  const { stdout } = await promisify(execFile)('w3m', [...options, address], { maxBuffer: 10_000_000 });
  return stdout;
}
