/** Converts the pictures of the content: the site serves its own files, never those of other origins. */
import { createProblems, type ProblemFinding, type Problem } from '@/model/problems';
import { mapShared, picturesOf } from '@/model/fields/walk';
import type { Asset } from '@/sources/source';
import type { Entry } from '@/model/types/types';
import type { Picture, PictureUse } from './picture-files';
import { createPictureMaker, UnreadablePictureError, type PictureMaker } from './picture-maker';

export interface IllustratedContent {
  /** The entries, without pictures that are missing or unreadable. */
  readonly entries: readonly Entry[];
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly problems: readonly Problem[];
  /** The number of pictures that the entries use, and of those that are missing or unreadable. */
  readonly wanted: number;
  readonly missing: number;
  /** Writes their files. The caller must call `finish` or `stop`. */
  readonly making: Pick<PictureMaker, 'finish' | 'stop'>;
}

/** The pictures that entries use, and for what: one that is anything else besides a logo is wide. */
function findUses(entries: readonly Entry[]): ReadonlyMap<string, PictureUse> {
  const uses = new Map<string, PictureUse>();
  for (const entry of entries) {
    const logo = entry.type === 'organization' ? entry.shared.logo : undefined;
    for (const id of picturesOf(entry))
      uses.set(id, id === logo && uses.get(id) !== 'wide' ? 'logo' : 'wide');
  }
  return uses;
}

/**
 * Fetches every picture that an entry uses and starts to convert it. A missing or unreadable picture is removed with
 * a warning. If one can't be fetched or written, the build must stop, since the picture exists and would be lost.
 * Rejects with an `OperatorError` or the system's error; `making.finish` rejects if files can't be written.
 */
export async function illustrate(
  entries: readonly Entry[],
  assets: ReadonlyMap<string, Asset>,
  cacheFolder?: string,
): Promise<IllustratedContent> {
  const making = createPictureMaker(cacheFolder);
  const pictures: Record<string, Picture> = {};
  const failures = new Map<string, Pick<ProblemFinding, 'message' | 'hint'>>();
  const uses = findUses(entries);
  const wanted = [...uses.keys()].toSorted();
  for (const id of wanted) {
    const asset = assets.get(id);
    if (!asset) {
      failures.set(id, {
        message: `is the picture “${id}”, which doesn’t exist`,
        hint: 'Upload it, or choose another.',
      });
      continue;
    }
    try {
      pictures[id] = await making.picture(await asset.read(), uses.get(id) ?? 'wide');
    } catch (error) {
      if (!(error instanceof UnreadablePictureError)) {
        making.stop();
        throw error;
      }
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
    const shown = mapShared(
      entry,
      (_meta, value, field) => {
        const failure = typeof value === 'string' ? failures.get(value) : undefined;
        if (!failure) return value;
        findings.push({ code: 'picture-missing', severity: 'warns', field, ...failure });
        return undefined;
      },
      'media',
    );
    problems.push(...createProblems(entry, findings));
    return shown;
  });
  return { entries: kept, pictures, problems, ...counts };
}
