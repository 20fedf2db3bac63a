/** Prepares the content of a build, or of a preview: every stage before rendering. */
import { applyBrand } from '@/brand/brand';
import { readBrand } from '@/brand/read-brand';
import { overrideStrings } from '@/i18n/strings';
import type { Config } from '@/config/config';
import { createRedactor, type Redact } from '@/config/secrets';
import { entryKey } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { openConfiguredSource } from '@/sources/configured-source';
import { listPublicFiles } from '@/sources/files/public-files';
import type { Progress, SourceContent } from '@/sources/source';
import { acceptEntries, type AcceptedContent } from '@/pipeline/check/accept';
import { checkedEntriesKey, openCheckedEntries } from '@/pipeline/check/checked-entries';
import type { Content } from '@/pipeline/content';
import { illustrate, type IllustratedContent } from '@/pipeline/pictures/illustrate';
import { acceptForPreview, type EntryStateLookup, type PreviewMarks } from '@/pipeline/preview/preview';
import { assertIllustrated, assertPublishable, type LeftOutTolerance } from '@/pipeline/check/publishable';
import { reviewTexts } from './review-texts';
import { buildSite, replaceTexts } from '../site';
import { siteProblems } from './site-problems';
import { assertStrings, readStringOverrides } from '@/pipeline/interface-strings';

interface GatherOptions {
  readonly reading?: 'published' | 'drafts';
  /** Changes what was read before it is checked. */
  readonly adjust?: (pulled: SourceContent) => SourceContent;
}

/** Reads the configured source and checks each entry. Rejects with an `OperatorError` that says what to do. */
export async function gatherContent(
  config: Config,
  progress: Progress,
  { reading = 'published', adjust = (pulled) => pulled }: GatherOptions = {},
) {
  const { site, content } = config;
  const now = site.now ?? Date.now();
  const tolerance: LeftOutTolerance = {
    limit: content.leftOutLimit,
    mayLack: new Set(content.allowedLosses),
  };
  const source = openConfiguredSource(config, reading);
  // First: a file in the place of a generated one is named before anything is read or built.
  const publicFiles = listPublicFiles(config, progress);
  const strings = readStringOverrides(content.dir, progress);
  overrideStrings(strings);
  const brand = await readBrand(content.dir, progress);
  applyBrand(brand);
  progress(`Reading ${source.name}`);
  const earlier = openCheckedEntries(checkedEntriesKey(source.name), progress);
  const pulled = adjust(await source.read(progress, earlier.isKnown));
  assertStrings(pulled.locales);
  const redact = createRedactor(config.secrets);
  const check = earlier.checkBy(pulled.fingerprints ?? new Map());
  const { entries, isAbsenceDecided } = pulled;
  const accepted = acceptEntries(entries, pulled.problems, { now, check, isAbsenceDecided });
  earlier.save();
  const problems = accepted.problems.map((problem) => redacted(problem, redact));
  return {
    /** The name of the source for people. */
    source: source.name,
    pulled,
    accepted: { ...accepted, problems } as AcceptedContent,
    /** Strings of the interface, and the look, that the content gives the site. */
    strings,
    brand,
    tolerance,
    publicFiles,
    /** The time (ms) for which the site is built. */
    now,
    siteUrl: site.url,
    /** Removes secrets from messages, which quote texts that may contain one. */
    redact,
  };
}

/** The checked content of a source, before any decision to publish. */
type GatheredContent = Awaited<ReturnType<typeof gatherContent>>;

const redacted = (problem: Problem, redact: Redact): Problem => ({
  ...problem,
  message: redact(problem.message),
  hint: redact(problem.hint),
});

/** Fetches the pictures of the accepted entries and starts to convert them. Rejects with an `OperatorError`. */
export function addPictures({ accepted, pulled }: GatheredContent): Promise<IllustratedContent> {
  return illustrate(accepted.entries, pulled.assets);
}

/** Builds the site from gathered content and its pictures. */
export function assembleContent(
  gathered: GatheredContent,
  illustrated: IllustratedContent,
  preview?: PreviewMarks,
) {
  const { source, pulled, accepted, strings, brand, tolerance, publicFiles, now, siteUrl, redact } = gathered;
  const written: Content = {
    locales: pulled.locales,
    fallbacks: pulled.fallbacks,
    entries: illustrated.entries,
    pictures: illustrated.pictures,
    now,
    strings,
    ...(brand && { brand }),
    ...(preview && { preview }),
  };
  const site = buildSite(written);
  const { entries, problems, ownLinks } = reviewTexts(
    written.entries,
    site,
    siteUrl,
    publicFiles.map((file) => file.path),
  );
  const content: Content = { ...written, entries };
  // Refused links change only the Markdown that contains them, from which nothing else of the site follows.
  replaceTexts(
    site,
    entries.filter((entry, index) => entry !== written.entries[index]),
    content,
  );
  const inUse = new Set([...accepted.entries, ...accepted.heldBack, ...accepted.coming].map(entryKey));
  return {
    content,
    /** The site built from the content. */
    site,
    counts: accepted.counts,
    problems: [
      ...accepted.problems,
      ...illustrated.problems,
      ...siteProblems(content.entries, site),
      ...problems,
    ].map((problem) => redacted(problem, redact)),
    /** Links in texts to pages of the site. Their files and anchors are checked after the build. */
    ownLinks,
    /** The files of `public/`, which are published as they are. */
    publicFiles,
    heldBack: accepted.heldBack,
    coming: accepted.coming,
    /** Readable entries that aren't on the site because of a problem, or because one that they need isn't. */
    leftOut: pulled.entries.filter((entry) => !inUse.has(entryKey(entry))),
    /** True if entries that the source no longer has were taken off on purpose. */
    isAbsenceDecided: pulled.isAbsenceDecided === true,
    /** The version of each entry of the source by `type/id`. */
    hashes: pulled.hashes ?? new Map<string, string>(),
    source,
    tolerance,
    redact,
    /** Finishes or stops the conversion of the pictures. */
    making: illustrated.making,
  };
}

/** Content with its problems. */
export type PreparedContent = Readonly<ReturnType<typeof assembleContent>>;

/** Leaves out all pictures, for content that isn't shown. */
export function withoutPictures({
  accepted: { entries },
}: Pick<GatheredContent, 'accepted'>): IllustratedContent {
  const making = { finish: () => Promise.resolve(), stop: () => undefined };
  return { entries, pictures: {}, problems: [], wanted: 0, missing: 0, making };
}

/**
 * Reads, validates and illustrates the content, and checks that it may be published. The caller finishes or stops the
 * conversion of pictures with `making`. Rejects with an `OperatorError` that says what to do; if the content could be
 * read, `whenRefused` was called before, which must not reject.
 */
export async function prepareContent(
  config: Config,
  progress: Progress,
  whenRefused?: (prepared: PreparedContent, error: unknown) => Promise<void>,
) {
  const gathered = await gatherContent(config, progress);
  let illustrated: IllustratedContent | undefined;
  try {
    assertPublishable(gathered.accepted, gathered.tolerance);
    illustrated = await addPictures(gathered);
    assertIllustrated(illustrated, gathered.tolerance.limit);
    return assembleContent(gathered, illustrated);
  } catch (error) {
    illustrated?.making.stop();
    await whenRefused?.(assembleContent(gathered, illustrated ?? withoutPictures(gathered)), error);
    throw error;
  }
}

/**
 * Prepares the whole site with its drafts (`shown`, of which the caller finishes or stops the conversion of pictures), and what a
 * build would publish (`next`). Rejects with an `OperatorError`.
 */
export async function preparePreview(
  config: Config,
  progress: Progress,
  remembered: (source: string) => Promise<EntryStateLookup>,
  options?: Pick<GatherOptions, 'adjust'>,
) {
  const gathered = await gatherContent(config, progress, { ...options, reading: 'drafts' });
  const { pulled, now, source } = gathered;
  const { marks, ...accepted } = acceptForPreview(pulled, await remembered(source), now);
  const all = { ...gathered, accepted };
  const shown = assembleContent(all, await addPictures(all), marks);
  // The pictures of published entries are already being converted.
  const published = await addPictures(gathered);
  published.making.stop();
  return { shown, next: assembleContent(gathered, published) };
}

export type PreparedPreview = Awaited<ReturnType<typeof preparePreview>>;
