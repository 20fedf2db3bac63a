/** The command `npm run bench -- build`. */
import { describeFailure, failureExitCode } from '@/publish/failure';
import { readCommandLine, readCount, UsageError } from '@/terminal/command-line';
import { benchBuild, type BenchBuildOptions } from './bench-build';

const help = `Generates content of a size, builds it with npm run build, and prints what that took.

  npm run bench -- build (--opportunities N[,N…] | --sample) [--source files|contentful] [--runs K] [--changes | --live [--editor]] [--hugo] [--fresh-pictures] [--keep]

  --opportunities N  how many, in three languages, with the organizations and pages that go with them. Of several sizes
                     (1000,3000,10000) it also prints how time, memory and files grow from one to the next
  --sample           the content in content/ instead
  --source NAME      files (default), or contentful: through the real client from the local stand-in
  --runs K           build K times (default 1); only the first can have to make pictures
  --changes          then build after each of some changes: nothing, a text, a title, a name, a string, a setting
  --live             instead, save changes of an opportunity while publish:local --listen runs: ten, or K of --runs.
                     Prints the seconds until each was queued, building and live
  --editor           with --live: press Save in the real local editor in Chromium, until its form shows that it is live
  --hugo             also build the opportunities' texts with Hugo and Pagefind, as a yardstick, where hugo is installed
  --fresh-pictures   empties the caches of pictures and of what is shared first
  --keep             leave .local/bench/content-N and .local/bench/dist where they are
`;

/** Reads the options of a command line, or `help`. Throws a `UsageError`, or Node's TypeError for an unknown option. */
export function readBenchOptions(args: readonly string[]): BenchBuildOptions | 'help' {
  const { values } = readCommandLine(args, {
    opportunities: { type: 'string' },
    sample: { type: 'boolean', default: false },
    source: { type: 'string', default: 'files' },
    runs: { type: 'string' },
    changes: { type: 'boolean', default: false },
    live: { type: 'boolean', default: false },
    editor: { type: 'boolean', default: false },
    hugo: { type: 'boolean', default: false },
    'fresh-pictures': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  });
  if (values.help) return 'help';
  if ((values.opportunities === undefined) !== values.sample)
    throw new UsageError('Give either --opportunities with how many, or --sample.');
  if (values.changes && values.sample)
    throw new UsageError('--changes changes generated content: give --opportunities too.');
  if (values.live && (values.changes || values.source !== 'files'))
    throw new UsageError('--live saves files: leave out --changes and --source.');
  if (values.editor && !values.live)
    throw new UsageError('--editor shows when saves are live: give --live too.');
  const sizes = (values.opportunities?.split(',') ?? []).map((size) =>
    readCount(size, 'opportunities', 50_000),
  );
  if (values.live && sizes.length > 1) throw new UsageError('--live measures one size: give one number.');
  if (values.hugo && (values.live || values.sample))
    throw new UsageError(
      '--hugo is compared with builds of generated content: give --opportunities, without --live.',
    );
  if (values.source !== 'files' && values.source !== 'contentful') {
    throw new UsageError(`--source is “${values.source}”. It is files or contentful.`);
  }
  return {
    sizes,
    source: values.source,
    runs: readCount(values.runs ?? (values.live ? '10' : '1'), 'runs', 100),
    changes: values.changes,
    live: values.live,
    editor: values.editor,
    hugo: values.hugo,
    freshPictures: values['fresh-pictures'],
    keep: values.keep,
  };
}

/** Runs the command. Returns a process exit code: 2 for a wrong command line, 1 for a failed build. */
export async function runBenchBuild(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  print: (line: string) => void,
): Promise<number> {
  try {
    const options = readBenchOptions(args);
    if (options === 'help') print(help);
    else await benchBuild(options, env, print);
    return 0;
  } catch (error) {
    print(describeFailure(error));
    return failureExitCode(error);
  }
}
