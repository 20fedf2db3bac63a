import path from 'node:path';
import { contentTypeNames } from '@/model/entry';
import { formatProblem } from '@/model/problems';
import type { Prepared } from '@/pipeline/prepare';
import type { Note } from './notes';

/** Where what builds found is kept, outside of the site. */
export const reportDir = '.local/report';

/** What a build found, for tools, outside of the site. */
export function reportNote({ counts, problems, source }: Prepared): Note {
  return { file: path.join(reportDir, 'report.json'), value: { source, counts, problems } };
}

/** What an editor must know at the end of a build, as lines for a terminal. */
export function summarize({ counts, problems }: Prepared): string[] {
  const blocking = problems.filter(({ severity }) => severity === 'blocks');
  const warnings = problems.filter(({ severity }) => severity === 'warns');
  const shown = contentTypeNames
    .filter((type) => counts[type].read > 0)
    .map((type) => `${counts[type].shown} ${type}`)
    .join(', ');
  return [
    `On the site: ${shown}.`,
    ...(blocking.length > 0
      ? ['Left out:', ...blocking.map((problem) => `  ${formatProblem(problem)}`)]
      : []),
    ...(warnings.length > 0
      ? ['Warnings:', ...warnings.map((problem) => `  ${formatProblem(problem)}`)]
      : []),
  ];
}
