/** Pictures of the content: optimised in the build and served from our own origin, never hot-linked. */
import { mkdir } from 'node:fs/promises';
import type { ProblemFinding, Problem } from '@/model/problems';
import { mapShared, picturesOf } from '@/model/fields/walk';
import type { Asset } from '@/sources/source';
import { problemsOf, type AnyEntry } from '../check/validate';
import type { Picture } from './files';
import { PictureMaker, UnreadablePictureError } from './maker';

/** What became of the pictures. */
export interface IllustratedContent {
  /** The entries, without the pictures that could not be had. */
  readonly entries: readonly AnyEntry[];
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly problems: readonly Problem[];
  /** How many pictures the entries use, and how many of them could not be had. */
  readonly wanted: number;
  readonly missing: number;
  /** Their files, which are still being made. Whoever asked for them says how it ends, with `finish` or `stop`. */
  readonly making: Pick<PictureMaker, 'finish' | 'stop'>;
}

/**
 * Fetches every picture that an entry uses and has its files made. A picture that is missing or is no picture is left
 * out with a warning; one that can't be fetched or written stops the build, since it is there and would be lost.
 * Rejects with a `SourceError`, or with what the system says; `making.finish` rejects where the files can't be made.
 */
export async function illustrate(
  entries: readonly AnyEntry[],
  assets: ReadonlyMap<string, Asset>,
  cacheDir: string,
): Promise<IllustratedContent> {
  await mkdir(cacheDir, { recursive: true });
  const making = new PictureMaker(cacheDir);
  try {
    return await illustrateBy(making, entries, assets);
  } catch (error) {
    making.stop();
    throw error;
  }
}

async function illustrateBy(
  making: PictureMaker,
  entries: readonly AnyEntry[],
  assets: ReadonlyMap<string, Asset>,
): Promise<IllustratedContent> {
  const pictures: Record<string, Picture> = {};
  const failures = new Map<string, Pick<ProblemFinding, 'message' | 'hint'>>();
  const wanted = [...new Set(entries.flatMap(picturesOf))].toSorted();
  for (const id of wanted) {
    const asset = assets.get(id);
    if (!asset) {
      failures.set(id, {
        message: `is the picture “${id}”, which doesn’t exist`,
        hint: 'Upload it, or choose another.',
      });
      continue;
    }
    const bytes = await asset.read();
    try {
      pictures[id] = await making.picture(bytes);
    } catch (error) {
      if (!(error instanceof UnreadablePictureError)) throw error;
      failures.set(id, {
        message: `is ${asset.where}, which is not a picture that can be read (${error.message})`,
        hint: 'Upload it again as PNG, JPEG, WebP, AVIF or SVG.',
      });
    }
  }
  const counts = { wanted: wanted.length, missing: failures.size, making };
  if (failures.size === 0) return { entries, pictures, problems: [], ...counts };
  const problems: Problem[] = [];
  const kept = entries.map((entry) => {
    const findings: ProblemFinding[] = [];
    const shared = mapShared(entry.type, entry.shared, (meta, value, field) => {
      const failure = meta.widget === 'media' && typeof value === 'string' ? failures.get(value) : undefined;
      if (!failure) return value;
      findings.push({ code: 'picture-missing', severity: 'warns', field, ...failure });
      return undefined;
    });
    problems.push(...problemsOf(entry, findings));
    return findings.length === 0 ? entry : ({ ...entry, shared } as unknown as AnyEntry);
  });
  return { entries: kept, pictures, problems, ...counts };
}
