/** Brings the files of `public/` onto the site as they are. They may be large, so each is read in pieces. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createPlacer } from '@/cache/folder-files';
import type { Secret } from '@/config/secrets';
import type { PublicFile } from '@/sources/files/public-files';
import { OperatorError } from '@/model/operator-error';
import type { BuiltFiles } from '../build/site-files';
import { createSecretFinder } from '../verify/verify-secrets';

/** Bytes that are read at once. */
const pieceSize = 4_000_000;

/** Bytes of the piece before that are looked at again: longer than any secret, however it is encoded. */
const overlap = 100_000;

/** Reads a file in pieces. Rejects with an `OperatorError` if the file is gone. */
async function* readPieces({ source }: PublicFile): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(source, { highWaterMark: pieceSize }) as AsyncIterable<Buffer>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new OperatorError(
      `${source} was removed while the site was built. Nothing was published. Build again.`,
    );
  }
}

/** SHA-256 in hexadecimal of files by path: `/handbook.pdf`. */
export type PublicHashes = ReadonlyMap<string, string>;

export async function hashPublicFiles(files: readonly PublicFile[]): Promise<PublicHashes> {
  const hashes = new Map<string, string>();
  for (const file of files) {
    const sum = createHash('sha256');
    for await (const piece of readPieces(file)) sum.update(piece);
    hashes.set(file.path, sum.digest('hex'));
  }
  return hashes;
}

interface PublishFilesOptions {
  readonly files: readonly PublicFile[];
  readonly hashes: PublicHashes;
  /** The folder with the files that were made. */
  readonly outDir: string;
  readonly site: Pick<BuiltFiles, 'addCopied' | 'keeps'>;
  readonly secrets: readonly Secret[];
}

/** Copies files into a folder, in the place of others, except those that the live site has. Rejects with an `OperatorError`, also for a secret. */
export async function publishFiles(options: PublishFilesOptions): Promise<void> {
  const { files, hashes, outDir, site, secrets } = options;
  const finder = createSecretFinder(secrets);
  const placeOf = createPlacer(outDir);
  for (const file of files) {
    const place = placeOf(file.path);
    // The program's own, which was made like the others.
    rmSync(place, { force: true });
    if (site.keeps(file.path, hashes.get(file.path))) continue;
    const sum = createHash('sha256');
    const search = async function* (pieces: AsyncIterable<Buffer>) {
      let seen = Buffer.alloc(0);
      for await (const piece of pieces) {
        sum.update(piece);
        seen = Buffer.concat([seen.subarray(-overlap), piece]);
        // Only texts have encoded secrets.
        if (piece.includes(0)) finder.inBytes(file.path.slice(1), seen);
        else finder.inText(file.path.slice(1), seen, seen.toString());
        yield piece;
      }
    };
    // Not the system's copy: that would keep the permissions, which may not let a web server read it.
    await pipeline(readPieces(file), search, createWriteStream(place, { flags: 'wx' }));
    site.addCopied(file.path, sum.digest('hex'));
  }
}
