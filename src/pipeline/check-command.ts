import { contentTypeNames } from '@/model/entry';
import { formatProblem } from '@/model/problems';
import { configuredSource } from '@/sources/configured';
import { accept } from './accept';
import { buildSite } from './site';
import { siteProblems } from './site-problems';

/**
 * Reads the configured source and says everything that is wrong with it.
 * Returns a process exit code: 0 where every entry can be shown, 1 otherwise.
 */
export async function checkContent(
  env: Readonly<Record<string, string | undefined>>,
  print: (line: string) => void,
): Promise<number> {
  const source = configuredSource(env);
  const pulled = await source.pull(print);
  const { entries, problems: ofEntries, counts } = accept(pulled.entries, pulled.problems);
  // Neither addresses nor links depend on the instant or on pictures.
  const site = buildSite({ ...pulled, entries, pictures: {}, now: 0 });
  const problems = [...ofEntries, ...siteProblems(entries, site)];
  for (const severity of ['warns', 'blocks'] as const) {
    const found = problems.filter((problem) => problem.severity === severity);
    if (found.length > 0) print(severity === 'blocks' ? '\nLeft out of the site:' : '\nWarnings:');
    for (const problem of found) print(`  ${formatProblem(problem)}`);
  }
  print('');
  for (const type of contentTypeNames) {
    const { read, shown, unpublished, leftOut } = counts[type];
    print(`${type.padEnd(13)} ${read} read, ${shown} shown, ${unpublished} unpublished, ${leftOut} left out`);
  }
  return problems.some((problem) => problem.severity === 'blocks') ? 1 : 0;
}
