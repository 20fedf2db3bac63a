/** Keeps the content report of each build, as a page for editors and as JSON for tools, outside of the site. */
import path from 'node:path';
import { contentTypeNames } from '@/model/types/entry';
import { formatProblem } from '@/model/problems';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { PublishRecord } from '@/report/record';
import { contentReport, type ContentReport, type ReportOptions, type PublishVerdict } from '@/report/report';
import { reportPage } from '@/report/page';
import { isInterrupted } from '@/terminal/interrupt';
import { describeFailure } from './failure';
import { jsonNote, stageNotes, type BuildNote } from './targets/notes';

/** Where what builds found is kept, outside of the site. */
export const reportDir = '.local/report';

/** The report’s page. */
const reportPageFile = path.join(reportDir, 'report.html');

/** Says where the report is. */
export const reportPlace = `Content report: ${reportPageFile}`;

/** Where `npm run dev` serves the local editor, unless it is told another port. */
export const localEditor = 'http://localhost:4321/admin/';

/** The report of what was prepared; changes are against `before`. `editor` is the address of the local editor. */
export function reportOf(
  prepared: PreparedContent,
  before: PublishRecord | undefined,
  verdict: PublishVerdict,
  { editor, notices = [] }: Pick<ReportOptions, 'editor' | 'notices'>,
): ContentReport {
  return contentReport(prepared, { verdict, before, editor, notices });
}

/** The report as files: the page, which is opened from where it is kept, and JSON. No secret stands in them. */
export function reportNotes(report: ContentReport, { redact }: Pick<PreparedContent, 'redact'>): BuildNote[] {
  const fileHref = (where: string) =>
    path.relative(reportDir, where).split(path.sep).map(encodeURIComponent).join('/');
  return [
    jsonNote(path.join(reportDir, 'report.json'), report),
    { file: reportPageFile, text: reportPage(report, { fileHref }) },
  ].map(({ file, text }) => ({ file, text: redact(text) }));
}

/** Puts a report in its place now. Rejects where the system refuses. */
export async function keepReport(
  report: ContentReport,
  prepared: Pick<PreparedContent, 'redact'>,
): Promise<void> {
  const notes = await stageNotes(reportNotes(report, prepared));
  notes.commit();
}

/**
 * Keeps the report of a build that failed, with what it failed for. It never rejects: what is to be told is why the
 * build failed, and where the disk is full a report can’t be written either.
 */
export async function reportRefusal(
  prepared: PreparedContent,
  before: PublishRecord | undefined,
  error: unknown,
): Promise<void> {
  if (isInterrupted()) return;
  const verdict = { outcome: 'refused', reason: describeFailure(error) } as const;
  const report = reportOf(prepared, before, verdict, { editor: localEditor });
  await keepReport(report, prepared).catch(() => undefined);
}

/** What an editor must know at the end of a build, as lines for a terminal. */
export function summarize({ counts, problems }: PreparedContent): string[] {
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
