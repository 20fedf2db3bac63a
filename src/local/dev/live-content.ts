/** The content of a development server: read at its start, and again after each save. */
import { formatProblem, type Problem } from '@/model/problems';
import { prepare, type Environment, type Prepared } from '@/pipeline/prepare';
import { writeSnapshot } from '@/pipeline/snapshot';
import { describeFailure } from '@/publish/failure';
import { formOriginsOf } from '@/publish/forms';
import { summarize } from '@/publish/report';

export interface LiveContent {
  /** The origins that the forms of the first content send to. */
  readonly formOrigins: readonly string[];
  /**
   * Reads the content anew. Resolves to true where it can be shown: the snapshot has it then. Where it can't be read,
   * or an entry that could be shown no longer can, it says so and leaves the snapshot as it was.
   */
  readonly refresh: () => Promise<boolean>;
}

export interface LiveContentOptions {
  readonly env: Environment;
  /** The file that pages are made from. */
  readonly snapshot: string;
  readonly print: (line: string) => void;
}

function problemsOf({ problems }: Prepared, severity: Problem['severity']): string[] {
  return problems.filter((problem) => problem.severity === severity).map(formatProblem);
}

/** Reads the content and writes the first snapshot. Rejects with what `prepare` rejects with, or a `FormsError`. */
export async function openLiveContent({ env, snapshot, print }: LiveContentOptions): Promise<LiveContent> {
  const quiet = () => undefined;
  const read = async () => {
    const prepared = await prepare(env, quiet);
    await prepared.making.finish();
    return { prepared, formOrigins: formOriginsOf(prepared.site, env) };
  };
  const { prepared, formOrigins } = await read();
  await writeSnapshot(snapshot, prepared.content);
  for (const line of summarize(prepared)) print(line);
  let shown = prepared;

  const keep = (lines: readonly string[]) => {
    print('The content can’t be shown as it is now. What was right before stays until this is mended:');
    for (const line of lines) print(`  ${line}`);
    return false;
  };
  const refresh = async () => {
    try {
      const next = (await read()).prepared;
      const known = problemsOf(shown, 'blocks');
      const isNew = (problem: string) => !known.includes(problem);
      const broken = problemsOf(next, 'blocks').filter(isNew);
      if (broken.length > 0) return keep(broken);
      const warned = problemsOf(shown, 'warns');
      for (const line of problemsOf(next, 'warns')) if (!warned.includes(line)) print(`Warning: ${line}`);
      await writeSnapshot(snapshot, next.content);
      shown = next;
      return true;
    } catch (error) {
      return keep(describeFailure(error).split('\n'));
    }
  };
  return { formOrigins, refresh };
}
