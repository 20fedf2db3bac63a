/** Checks when the site was built, and whether every file is that of the build. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { OperatorError } from '@/model/operator-error';
import { buildRecordPath, parseBuildRecord } from '@/status/build-record';
import { concurrentRequests, type HttpResponse } from './client';
import { requestPath, type VerifyContext } from './context';
import { createFindingList, type CheckResult } from './check-result';

const dayMs = 86_400_000;

/** A site is built once a day. After two days without a build something is wrong. */
const maxDays = 2;

/** Finds the day of the build: that of its record, otherwise that of the header Last-Modified. */
export async function checkFreshness(context: VerifyContext): Promise<CheckResult> {
  const found = createFindingList();
  const [record, home] = [await requestPath(context, buildRecordPath), await requestPath(context, '/')];
  const known = record.status === 200 ? parseBuildRecord(record.body.toString())?.built : undefined;
  const built = Date.parse(known ?? home.headers['last-modified'] ?? '');
  if (Number.isNaN(built)) {
    found.warn(`Unknown: neither ${buildRecordPath} nor a Last-Modified header has it.`);
    return found.result('Build', 'of an unknown day');
  }
  const day = new Date(built).toISOString().slice(0, 10);
  if (context.now - built > maxDays * dayMs)
    found.warn(
      `The site was last built on ${day}. Build at least once a day: see why the last build failed or didn’t begin.`,
    );
  return found.result('Build', `of ${day}`);
}

/** The file of hashes can't be read. */
class ManifestError extends OperatorError {
  override readonly name = 'ManifestError';
}

/** A line of `sha256sum`: the hash, two spaces (or a space and a star), and the path. */
const linePattern = /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/;

/** Files for the host itself, which it doesn't serve. */
const notServed = new Set(['_headers', '_redirects']);

/** Reads the manifest line by line: a site may have a hundred thousand files. */
async function* readManifestEntries(file: string): AsyncGenerator<readonly [sum: string, path: string]> {
  let number = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() === '') continue;
      const [, sum, path] = linePattern.exec(text) ?? [];
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

/** `en/index.html -> /en/`, the address that visitors open. */
const toAddress = (path: string) =>
  `/${path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;

/** Requests a file. Hosts may redirect an address once, such as `/404.html`. */
async function requestFile(context: VerifyContext, address: string): Promise<HttpResponse> {
  const response = await requestPath(context, address);
  const { location } = response.headers;
  return location === undefined ? response : context.client.request(new URL(location, response.url));
}

export async function checkManifest(context: VerifyContext, file: string): Promise<CheckResult> {
  const found = createFindingList();
  let files = 0;
  const entries = readManifestEntries(file);
  const worker = async (): Promise<void> => {
    for (let next = await entries.next(); !next.done; next = await entries.next()) {
      const [sum, path] = next.value;
      const address = toAddress(path);
      try {
        const { status, body } = await requestFile(context, address);
        if (status !== 200) found.wrong(`${address} answers ${status}, and the build has it. Publish again.`);
        else if (createHash('sha256').update(body).digest('hex') !== sum)
          found.wrong(
            `${address} differs from the file that was built. Publish again. If it happens again, the host or a proxy changes files.`,
          );
      } catch (error) {
        if (!(error instanceof OperatorError)) throw error;
        found.wrong(error.message);
      }
      files += 1;
      if (files % 1000 === 0) context.progress(`  ${files} files compared`);
    }
  };
  await Promise.all(Array.from({ length: concurrentRequests }, worker));
  return found.result('Files', `${files} files compared with ${file}`);
}
