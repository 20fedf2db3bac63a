/** From a source to what a build shows: the stages before a page is rendered. */
import { overrideStrings, type StringOverrides } from '@/i18n/strings';
import type { Config } from '@/config/config';
import { redactor, type Redact } from '@/config/secrets';
import type { RawEntry } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { configuredSource } from '@/sources/configured';
import type { Progress, PulledContent } from '@/sources/source';
import { accept, type AcceptedContent } from '@/pipeline/check/accept';
import type { Content } from '@/pipeline/content';
import type { AnyEntry } from '@/pipeline/check/validate';
import { illustrate, type IllustratedContent } from '@/pipeline/pictures/illustrate';
import type { PreviewMarks } from '@/pipeline/preview/preview';
import { assertIllustrated, assertPublishable, type LeftOutTolerance } from '@/pipeline/check/publishable';
import { reviewTexts, type OwnLink } from './review-texts';
import { buildSite, type Site } from '../site';
import { siteProblems } from './site-problems';
import { assertStrings, readStringOverrides } from '@/pipeline/interface-strings';

/** Where optimised pictures are kept between builds. */
export const pictureCacheDir = '.local/cache/pictures';

/** What a source has, checked but not judged. */
export interface GatheredContent {
  /** The source, as people say it. */
  readonly source: string;
  readonly pulled: PulledContent;
  readonly accepted: AcceptedContent;
  /** Strings of the interface that the content overrides. */
  readonly strings: StringOverrides;
  readonly tolerance: LeftOutTolerance;
  /** The instant (ms) that the build takes for now. */
  readonly now: number;
  /** Where the site will be. */
  readonly siteUrl: string;
  /** Messages quote what editors wrote, and somebody may have pasted a secret. */
  readonly redact: Redact;
}

/** Content with what is to be said about it. */
export interface PreparedContent {
  readonly content: Content;
  /** The content as the site's data. */
  readonly site: Site;
  readonly counts: AcceptedContent['counts'];
  readonly problems: readonly Problem[];
  /** The entries as they were written, with the links that are not published. */
  readonly written: readonly AnyEntry[];
  /** Links of texts within the site. Whether the files and anchors that they lead to are there, only the build knows. */
  readonly ownLinks: readonly OwnLink[];
  /** Drafts and what is in review. */
  readonly heldBack: readonly RawEntry[];
  /** What could be read and isn’t on the site, since something is wrong with it. */
  readonly leftOut: readonly RawEntry[];
  /** The source, as people say it. */
  readonly source: string;
  readonly tolerance: LeftOutTolerance;
  readonly redact: Redact;
  /** The files of the pictures, which may still be in the making. */
  readonly making: IllustratedContent['making'];
}

/** Told of content that must not be published, and why. It may not reject. */
export type WhenRefused = (prepared: PreparedContent, error: unknown) => Promise<void>;

/** Reads the configured source and checks each entry. Rejects with an `OperatorError` that says what to do. */
export async function gather(
  config: Config,
  progress: Progress,
  reading: 'published' | 'drafts' = 'published',
): Promise<GatheredContent> {
  const { site, content } = config;
  const now = site.now ?? Date.now();
  const tolerance: LeftOutTolerance = { limit: content.leftOutLimit, mayLack: new Set(content.mayLack) };
  const source = configuredSource(config, reading);
  const strings = readStringOverrides(content.dir, progress);
  overrideStrings(strings);
  progress(`Reading ${source.name}`);
  const pulled = await source.pull(progress);
  assertStrings(pulled.locales);
  const redact = redactor(config.secrets);
  const accepted = accept(pulled.entries, pulled.problems);
  const problems = accepted.problems.map((problem) => redacted(problem, redact));
  return {
    source: source.name,
    pulled,
    accepted: { ...accepted, problems },
    strings,
    tolerance,
    now,
    siteUrl: site.url,
    redact,
  };
}

const redacted = (problem: Problem, redact: Redact): Problem => ({
  ...problem,
  message: redact(problem.message),
  hint: redact(problem.hint),
});

/** Fetches the pictures of what is shown and begins to make them. Rejects with a `SourceError`. */
export function withPictures({ accepted, pulled }: GatheredContent): Promise<IllustratedContent> {
  return illustrate(accepted.entries, pulled.assets, pictureCacheDir);
}

/** Puts together what was gathered and its pictures, as the site's data. */
export function assemble(
  gathered: GatheredContent,
  illustrated: IllustratedContent,
  preview?: PreviewMarks,
): PreparedContent {
  const { source, pulled, accepted, strings, tolerance, now, siteUrl, redact } = gathered;
  const written: Content = {
    locales: pulled.locales,
    fallbacks: pulled.fallbacks,
    entries: illustrated.entries,
    pictures: illustrated.pictures,
    now,
    strings,
    ...(preview && { preview }),
  };
  const first = buildSite(written);
  const { entries, problems, ownLinks } = reviewTexts(written.entries, first, siteUrl);
  // Refused links change no address: the site is the same but for the texts that they were in.
  const isAsWritten = entries.every((entry, index) => entry === written.entries[index]);
  const content = isAsWritten ? written : { ...written, entries };
  const site = isAsWritten ? first : buildSite(content);
  const inUse = new Set([...accepted.entries, ...accepted.heldBack].map(({ type, id }) => `${type}/${id}`));
  return {
    content,
    site,
    counts: accepted.counts,
    problems: [
      ...accepted.problems,
      ...illustrated.problems,
      ...siteProblems(content.entries, site),
      ...problems,
    ].map((problem) => redacted(problem, redact)),
    written: written.entries,
    ownLinks,
    heldBack: accepted.heldBack,
    leftOut: pulled.entries.filter(({ type, id }) => !inUse.has(`${type}/${id}`)),
    source,
    tolerance,
    redact,
    making: illustrated.making,
  };
}

/** As if no entry had a picture: for content that isn’t shown. */
export function withoutPictures({
  accepted: { entries },
}: Pick<GatheredContent, 'accepted'>): IllustratedContent {
  const making = { finish: () => Promise.resolve(), stop: () => undefined };
  return { entries, pictures: {}, problems: [], wanted: 0, missing: 0, making };
}

/**
 * Pulls, validates, judges and illustrates; whoever asked says with `making` what becomes of the files of the pictures.
 * Rejects with an `OperatorError`, which says what to do; nothing was published then, and `whenRefused` was told where
 * the content could be read.
 */
export async function prepare(
  config: Config,
  progress: Progress,
  whenRefused?: WhenRefused,
): Promise<PreparedContent> {
  const gathered = await gather(config, progress);
  let illustrated: IllustratedContent | undefined;
  try {
    assertPublishable(gathered.accepted, gathered.tolerance);
    illustrated = await withPictures(gathered);
    assertIllustrated(illustrated, gathered.tolerance.limit);
    return assemble(gathered, illustrated);
  } catch (error) {
    illustrated?.making.stop();
    await whenRefused?.(assemble(gathered, illustrated ?? withoutPictures(gathered)), error);
    throw error;
  }
}
