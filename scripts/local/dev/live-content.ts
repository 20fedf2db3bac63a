/** The content of a development server: read at its start, and again after each save. */
import { formatProblem, type Problem } from '@/model/problems';
import type { Config } from '@/config/config';
import { assertIllustrated, assertPublishable, assertSettings } from '@/pipeline/check/publishable';
import { rememberLastGood } from '@/site/prepare/last-good';
import { addPictures, assembleContent, gatherContent, type PreparedContent } from '@/site/prepare/prepare';
import { preparePreview, type PreparedPreview } from '@/site/prepare/prepare';
import { writeSnapshot } from '@/site/prepare/snapshot';
import { describeFailure } from '@/publish/failure';
import { assertForms } from '@/publish/files/assert-forms';
import { summarize, waitingTitle } from '@/publish/report';
import type { EntryStateLookup } from '@/pipeline/preview/preview';
import { readLastSite } from '@/publish/targets/deploy-target';
import { entryKey } from '@/model/types/entry';

export interface LiveContent {
  /** The content that is shown. For a broken entry that is its last good version. */
  readonly current: () => PreparedPreview;
  /** The problems of broken entries, of which another version or none is shown. */
  readonly broken: () => readonly Problem[];
  /**
   * Reads the content again. Resolves to true if what is shown changed: the snapshot has it then. It prints which
   * entries are broken. If nothing can be read, it says so and leaves the snapshot as it was.
   */
  readonly refresh: () => Promise<boolean>;
}

interface LiveContentOptions {
  readonly config: Config;
  /** The file that pages are made from. */
  readonly snapshot: string;
  /** True for a preview: drafts and what is unfinished are shown too. */
  readonly drafts: boolean;
  readonly print: (line: string) => void;
}

function formatProblems({ problems }: PreparedContent, severity: Problem['severity']): string[] {
  return problems.filter((problem) => problem.severity === severity).map(formatProblem);
}

/** Everything that pages show, but for the instant at which it was read. */
const serializeShown = ({ shown }: PreparedPreview) => JSON.stringify({ ...shown.content, now: 0 });

/** The folder that a build goes to, unless it is told another. */
const defaultTarget = 'dist';

/**
 * Reads the states of entries, compared with the record of the last build into `dist`. Without a build of this source to
 * compare with, everything counts as live: a note on every page would only disturb.
 */
async function readEntryStates(source: string): Promise<EntryStateLookup> {
  const record = await readLastSite(defaultTarget);
  if (record?.source !== source) return () => 'live';
  const published = new Map(record.entries.map((entry) => [entryKey(entry), entry.hash]));
  return (key, hash) => (!published.has(key) ? 'new' : published.get(key) === hash ? 'live' : 'changed');
}

/** Reads the content and writes the first snapshot. Rejects with what `prepare` rejects with, or a `FormsError`. */
export async function openLiveContent({
  config,
  snapshot,
  drafts,
  print,
}: LiveContentOptions): Promise<LiveContent> {
  const quiet = () => undefined;
  const lastGood = rememberLastGood(drafts);
  const adjust = lastGood.fill;
  /** The report tells of broken entries too, although a version of them is shown. */
  const withBroken = (prepared: PreparedContent): PreparedContent => {
    const told = new Set(prepared.problems.map(formatProblem));
    const untold = lastGood.problems().filter((problem) => !told.has(formatProblem(problem)));
    return { ...prepared, problems: [...untold, ...prepared.problems] };
  };
  let isStarted = false;
  const preparePublished = async (): Promise<PreparedPreview> => {
    const gathered = await gatherContent(config, quiet, { adjust });
    // It doesn’t start with content that could not be published; later each change shows, whatever else is broken.
    if (isStarted) assertSettings(gathered.accepted);
    else assertPublishable(gathered.accepted, gathered.tolerance);
    const illustrated = await addPictures(gathered);
    if (!isStarted) assertIllustrated(illustrated, gathered.tolerance.limit);
    const published = withBroken(assembleContent(gathered, illustrated));
    return { shown: published, next: published };
  };
  const prepareDrafts = async (): Promise<PreparedPreview> => {
    const { shown, next } = await preparePreview(config, quiet, readEntryStates, { adjust });
    return { shown, next: withBroken(next) };
  };
  const read = async () => {
    const content = await (drafts ? prepareDrafts() : preparePublished());
    await content.shown.making.finish();
    assertForms(content.shown.site, config.forms);
    return content;
  };
  const first = await read();
  isStarted = true;
  await writeSnapshot(snapshot, first.shown.content);
  for (const line of summarize(first.next)) print(line);
  let current = first;
  let broken: readonly string[] = lastGood.problems().map(formatProblem);

  const tellBroken = () => {
    const now = lastGood.problems().map(formatProblem);
    const added = now.filter((line) => !broken.includes(line));
    if (added.length > 0) {
      print(
        'Can’t be shown as it is now. Its last good version stays, if it has one; all else is up to date:',
      );
      for (const line of added) print(`  ${line}`);
    }
    if (broken.length > 0 && now.length === 0) print('All entries can be shown again.');
    broken = now;
  };
  const refresh = async () => {
    try {
      const next = await read();
      tellBroken();
      for (const [severity, title] of [
        ['waits', waitingTitle],
        ['warns', 'Warning'],
      ] as const) {
        const told = formatProblems(current.next, severity);
        for (const line of formatProblems(next.next, severity))
          if (!told.includes(line)) print(`${title}: ${line}`);
      }
      const isSame = serializeShown(next) === serializeShown(current);
      current = next;
      if (isSame) return false;
      await writeSnapshot(snapshot, next.shown.content);
      return true;
    } catch (error) {
      print('The content can’t be shown as it is now. What was right before stays until this is fixed:');
      for (const line of describeFailure(error).split('\n')) print(`  ${line}`);
      return false;
    }
  };
  return { current: () => current, broken: lastGood.problems, refresh };
}
