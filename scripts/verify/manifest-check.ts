/** Compares every file of a deployed copy with the sums that a build wrote. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { OperatorError } from '@/model/operator-error';
import type { VerifyContext } from './context';
import { findingList, type CheckResult } from './result';

/** The file of sums can't be read. */
export class ManifestError extends OperatorError {
  override readonly name = 'ManifestError';
}

/** A line of `sha256sum`: the sum, two spaces (or a space and a star), the path. */
const line = /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/;

/** Files that hosts read and don't serve. */
const notServed = new Set(['_headers', '_redirects']);

/** Reads the manifest line by line: a site may have a hundred thousand files. */
async function* entriesOf(file: string): AsyncGenerator<readonly [sum: string, path: string]> {
  let number = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() === '') continue;
      const [, sum, path] = line.exec(text) ?? [];
      if (sum === undefined || path === undefined)
        throw new ManifestError(
          `Line ${number} of ${file} isn’t a sum and a path. Give a file that sha256sum can read.`,
        );
      if (!notServed.has(path)) yield [sum, path];
    }
  } catch (error) {
    if (error instanceof ManifestError) throw error;
    throw new ManifestError(
      `${file} can’t be read (${(error as NodeJS.ErrnoException).code}). Give the manifest of the build.`,
    );
  }
}

/** `en/index.html -> /en/`, as visitors ask for it. */
const addressOf = (path: string) =>
  `/${path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;

export async function checkManifest(
  { client, site, progress }: VerifyContext,
  file: string,
): Promise<CheckResult> {
  const found = findingList();
  let files = 0;
  const entries = entriesOf(file);
  const worker = async (): Promise<void> => {
    for (let next = await entries.next(); !next.done; next = await entries.next()) {
      const [sum, path] = next.value;
      const hash = createHash('sha256');
      const address = addressOf(path);
      try {
        const status = await client.stream(new URL(address, site), (piece) => void hash.update(piece));
        if (status !== 200) found.wrong(`${address} answers ${status}, and the build has it. Publish again.`);
        else if (hash.digest('hex') !== sum)
          found.wrong(
            `${address} differs from the file that was built. Publish again; if it stays so, the host or a proxy changes files.`,
          );
      } catch (error) {
        if (!(error instanceof OperatorError)) throw error;
        found.wrong(error.message);
      }
      files += 1;
      if (files % 1000 === 0) progress(`  ${files} files compared`);
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return found.result('Files', `${files} files compared with ${file}`);
}
