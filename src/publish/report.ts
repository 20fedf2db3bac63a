/** Saves the content report of each build outside the site: a page for editors, and JSON for tools. */
import path from 'node:path';
import { locales, type Locale } from '@/i18n/locales';
import { contentTypeNames } from '@/model/types/entry';
import { formatProblem, type Problem } from '@/model/problems';
import type { PreparedContent } from '@/site/prepare/prepare';
import { buildContentReport, type ContentReport, type ReportOptions } from '@/report/content-report';
import { renderReportPage } from '@/report/page/report-page';
import { isInterrupted } from '@/terminal/interrupt';
import { describeFailure } from './failure';
import { stageFiles, type SavedFile } from './targets/saved-files';

/** The folder of the reports. */
export const reportDir = '.local/report';

/** The name of the page in a language. That of the first is the one that the documents name. */
const pageName = (locale: Locale) => (locale === locales[0] ? 'report.html' : `report.${locale}.html`);

const reportPageFile = path.join(reportDir, pageName(locales[0]));

export const reportLocation = `Content report: ${reportPageFile}`;

/** The address of the local editor of `npm run dev`, on its default port. */
export const localEditorUrl = 'http://localhost:4321/admin/';

/** The files of a report: the page in each language, with links relative to its folder, and JSON. Secrets are removed. */
export function createReportFiles(
  report: ContentReport,
  { redact }: Pick<PreparedContent, 'redact'>,
): SavedFile[] {
  const fileHref = (where: string) =>
    path.relative(reportDir, where).split(path.sep).map(encodeURIComponent).join('/');
  return [
    { file: path.join(reportDir, 'report.json'), text: `${JSON.stringify(report, null, 2)}\n` },
    ...locales.map((locale) => ({
      file: path.join(reportDir, pageName(locale)),
      text: renderReportPage(report, { locale, fileHref, languageHref: pageName }),
    })),
  ].map(({ file, text }) => ({ file, text: redact(text) }));
}

/** Writes a report. Rejects with the system's error. */
export async function saveReport(
  report: ContentReport,
  prepared: Pick<PreparedContent, 'redact'>,
): Promise<void> {
  const files = await stageFiles(createReportFiles(report, prepared));
  files.commit();
}

/**
 * Saves the report of a failed build with the reason. It never rejects: the error to show is that of the build, and
 * on a full disk the report can't be written either.
 */
export async function saveFailureReport(
  prepared: PreparedContent,
  before: ReportOptions['before'],
  error: unknown,
): Promise<void> {
  if (isInterrupted()) return;
  const verdict = { outcome: 'refused', reason: describeFailure(error) } as const;
  const report = buildContentReport(prepared, { verdict, before, editor: localEditorUrl });
  await saveReport(report, prepared).catch(() => undefined);
}

/** The heading of entries that are complete, and off the site with one that they need. */
export const waitingTitle = 'Off the site with an entry that they need';

/** Summarizes a build as lines for a terminal. */
export function summarize({ counts, problems }: PreparedContent): string[] {
  const list = (title: string, severity: Problem['severity']) => {
    const own = problems.filter((problem) => problem.severity === severity);
    return own.length === 0 ? [] : [title, ...own.map((problem) => `  ${formatProblem(problem)}`)];
  };
  const shown = contentTypeNames
    .filter((type) => counts[type].read > 0)
    .map((type) => `${counts[type].shown} ${type}`)
    .join(', ');
  return [
    `On the site: ${shown}.`,
    ...list('Left out:', 'blocks'),
    ...list(`${waitingTitle}:`, 'waits'),
    ...list('Warnings:', 'warns'),
  ];
}
