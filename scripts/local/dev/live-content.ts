/** The content of a development server: read at its start, and again after each save. */
import { formatProblem, type Problem } from '@/model/problems';
import type { Config } from '@/config/config';
import { prepareContent, type PreparedContent } from '@/site/prepare/prepare';
import { preparePreview, type PreparedPreview } from '@/site/prepare/prepare-preview';
import { writeSnapshot } from '@/site/prepare/snapshot';
import { describeFailure } from '@/publish/failure';
import { assertForms } from '@/publish/files/assert-forms';
import { summarize } from '@/publish/report';
import { readEntryStates } from './entry-states';

export interface LiveContent {
  /** The content that is shown, which the next build would publish. */
  readonly current: () => PreparedPreview;
  /**
   * Reads the content again. Resolves to true if it changed and can be shown: the snapshot has it then. If it
   * can't be read, or an entry that could be shown no longer can, it says so and leaves the snapshot as it was.
   */
  readonly refresh: () => Promise<boolean>;
}

export interface LiveContentOptions {
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

/** The problems that keep an entry from being shown. In a preview these are only unreadable files. */
function formatHidingProblems({ shown, next }: PreparedPreview): string[] {
  const marks = shown.content.preview;
  return next.problems
    .filter(
      ({ severity, type, id }) => severity === 'blocks' && !(marks && Object.hasOwn(marks, `${type}/${id}`)),
    )
    .map(formatProblem);
}

/** Everything that pages show, but for the instant at which it was read. */
const serializeShown = ({ shown }: PreparedPreview) => JSON.stringify({ ...shown.content, now: 0 });

/** Reads the content and writes the first snapshot. Rejects with what `prepare` rejects with, or a `FormsError`. */
export async function openLiveContent({
  config,
  snapshot,
  drafts,
  print,
}: LiveContentOptions): Promise<LiveContent> {
  const quiet = () => undefined;
  const prepared = async (): Promise<PreparedPreview> => {
    if (drafts) return preparePreview(config, quiet, readEntryStates);
    const published = await prepareContent(config, quiet);
    return { shown: published, next: published };
  };
  const read = async () => {
    const content = await prepared();
    await content.shown.making.finish();
    assertForms(content.shown.site, config.forms);
    return content;
  };
  const first = await read();
  await writeSnapshot(snapshot, first.shown.content);
  for (const line of summarize(first.next)) print(line);
  let current = first;

  const keep = (lines: readonly string[]) => {
    print('The content can’t be shown as it is now. What was right before stays until this is mended:');
    for (const line of lines) print(`  ${line}`);
    return false;
  };
  const refresh = async () => {
    try {
      const next = await read();
      const known = formatHidingProblems(current);
      const broken = formatHidingProblems(next).filter((problem) => !known.includes(problem));
      if (broken.length > 0) return keep(broken);
      const warned = formatProblems(current.next, 'warns');
      for (const line of formatProblems(next.next, 'warns'))
        if (!warned.includes(line)) print(`Warning: ${line}`);
      const isSame = serializeShown(next) === serializeShown(current);
      current = next;
      if (isSame) return false;
      await writeSnapshot(snapshot, next.shown.content);
      return true;
    } catch (error) {
      return keep(describeFailure(error).split('\n'));
    }
  };
  return { current: () => current, refresh };
}
