/** Renders the content report as a single page, without scripts or other files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultBrand } from '@/brand/brand';
import { colourCss } from '@/brand/brand-files';
import { formatDay } from '@/i18n/format/format';
import { fieldLabel } from '@/model/fields/field-label';
import { utcDay } from '@/model/time/clock';
import type { ReportChange, ReportChanges } from './changes';
import { html, Html } from '@/model/html';
import {
  formatLanguageName,
  formatInteger,
  formatShare,
  renderRemarkRows,
  renderEntryRow,
  renderRowList,
  renderSection,
  typeLabel,
  type FileHref,
} from './report-page-parts';
import type { ContentReport } from './content-report';
import { renderLanguages } from './report-languages';
import { renderSearchListing } from './report-search-listing';

export interface ReportPageOptions {
  readonly fileHref: FileHref;
}

/** `25 November 2026, 12:00 UTC` */
const formatInstant = (ms: number) =>
  `${formatDay('en', utcDay(ms))}, ${new Date(ms).toISOString().slice(11, 16)} UTC`;

const readStyle = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');
let style: string | undefined;

function renderVerdict({ verdict, source, now }: ContentReport): Html {
  const when = formatInstant(Date.parse(now));
  switch (verdict.outcome) {
    case 'published':
      return html`<p class="verdict">Published on ${when}, from ${source}.</p>`;
    case 'refused':
      return html`<div class="verdict refused" role="alert">
        <p><strong>Not published</strong> on ${when}, from ${source}. The site is as it was before.</p>
        <pre>${verdict.reason}</pre>
      </div>`;
    case 'looked':
      return html`<p class="verdict">Looked at on ${when}, from ${source}. Nothing was published.</p>`;
  }
}

function renderTile(href: string, value: string, label: string, isUrgent = false): Html {
  return html`<li>
    <a href="#${href}" ${new Html(isUrgent ? 'class="urgent"' : '')}><b>${value}</b> ${label}</a>
  </li>`;
}

function renderTiles(report: ContentReport): Html {
  const { leftOut, warnings, deadLinks, pictures, deadlines, searchListing, coverage, changes } = report;
  const moved = changes ? changes.added.length + changes.changed.length + changes.gone.length : 0;
  return html`<nav aria-label="Parts of the report">
    <ul class="tiles">
      ${renderTile('left-out', formatInteger(leftOut.length), 'left out', leftOut.length > 0)}
      ${renderTile('dates', formatInteger(deadlines.closingSoon.length), 'closing this week')}
      ${renderTile('dates', formatInteger(deadlines.closedUnverified.length), 'closed, unverified')}
      ${renderTile('dates', formatInteger(deadlines.reviewOverdue.length), 'overdue for review')}
      ${renderTile('links', formatInteger(deadLinks.length), 'with dead links')}
      ${renderTile('pictures', formatInteger(pictures.length), 'with pictures to fix')}
      ${renderTile('warnings', formatInteger(warnings.length), 'with other warnings')}
      ${renderTile('search', formatInteger(searchListing.longTitles.length), 'with a long title')}
      ${renderTile('changes', formatInteger(moved), 'changed')}
      ${coverage.map(({ locale, complete, entries }) =>
        renderTile('languages', formatShare(complete, entries), `in ${formatLanguageName(locale)}`),
      )}
    </ul>
  </nav>`;
}

function renderDates({ deadlines }: ContentReport, fileHref: FileHref): Html {
  const renderPart = (title: string, none: string, list: readonly Html[]) =>
    html`<h3>${title}</h3>
      ${list.length === 0 ? html`<p>${none}</p>` : renderRowList(list)}`;
  return html`
    ${renderPart(
      'Closing this week',
      'None.',
      deadlines.closingSoon.map((entry) =>
        renderEntryRow(
          entry,
          fileHref,
          `Closes at the end of ${formatDay('en', entry.closes.date)} (${entry.closes.zone}).`,
        ),
      ),
    )}
    ${renderPart(
      'Closed and unverified',
      'None.',
      deadlines.closedUnverified.map((entry) =>
        renderEntryRow(
          entry,
          fileHref,
          html`Closed on ${formatDay('en', entry.closes.date)}.
            <strong
              >Ask the organization, then set the status to filled or closed, or give a new last day.</strong
            >`,
        ),
      ),
    )}
    ${renderPart(
      'Review overdue',
      'None.',
      deadlines.reviewOverdue.map((entry) =>
        renderEntryRow(
          entry,
          fileHref,
          html`Was to be reviewed by ${formatDay('en', entry.reviewBy)}.
            <strong>Ask whether help is still needed, then give the next day.</strong>`,
        ),
      ),
    )}
  `;
}

function renderOutdated({ outdated }: ContentReport, fileHref: FileHref): Html {
  return html`${outdated
    .filter(({ entries }) => entries.length > 0)
    .map(
      ({ locale, entries }) =>
        html`<h3>${formatLanguageName(locale)}</h3>
          ${renderRowList(
            entries.map((entry) =>
              renderEntryRow(
                entry,
                fileHref,
                html`Older than ${formatLanguageName(entry.original)}:
                ${entry.fields.map((field) => fieldLabel(entry.type, field, true)).join(', ')}.`,
              ),
            ),
          )}`,
    )}`;
}

function renderChanges(changes: ReportChanges | undefined, fileHref: FileHref): Html {
  if (!changes) return html`<p>There is no previous publish of this source to compare with.</p>`;
  const words = ({ words: said, entry, title, type }: ReportChange) =>
    entry
      ? renderEntryRow({ ...entry, title }, fileHref, `${said.join('; ')}.`)
      : html`<li>
          <span class="title">${title}</span> <span class="place">${typeLabel(type)}</span>
          <div class="said">${said.join('; ')}.</div>
        </li>`;
  const renderPart = (title: string, list: readonly ReportChange[]) =>
    list.length === 0
      ? undefined
      : html`<h3>${title}</h3>
          ${renderRowList(list.map(words))}`;
  const { added, changed, gone, since } = changes;
  const isSame = added.length + changed.length + gone.length === 0;
  return html`<p>
      Compared with the publish of ${formatInstant(since)}.${isSame ? ' Nothing changed.' : undefined}
    </p>
    ${renderPart('New', added)} ${renderPart('Changed', changed)} ${renderPart('Gone from the site', gone)}`;
}

/** Renders the page as HTML. */
export function renderReportPage(report: ContentReport, { fileHref }: ReportPageOptions): string {
  const { leftOut, heldBack, coming, deadLinks, pictures, warnings, deadlines, site } = report;
  style ??=
    `${colourCss(defaultBrand)}\n${readStyle('../styles/tokens.css')}\n${readStyle('../styles/forced-colours.css')}\n${readStyle('report.css')}`.replaceAll(
      '</',
      '<\\/',
    );
  const isLocal = [...leftOut, ...heldBack, ...warnings].some(
    (entry) => entry.isLocal && entry.edit !== undefined,
  );
  const deadlineCount =
    deadlines.closingSoon.length + deadlines.closedUnverified.length + deadlines.reviewOverdue.length;
  const outdatedCount = report.outdated.reduce((sum, { entries }) => sum + entries.length, 0);
  const none = html``;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <link rel="icon" href="data:," />
        <title>Content report${site === '' ? undefined : ` · ${site}`}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <header>
          <p class="site">${site}</p>
          <h1>Content report</h1>
          ${renderVerdict(report)}
          ${report.notices.map((notice) => html`<p class="note"><strong>${notice}</strong></p>`)}
        </header>
        <main>
          ${renderTiles(report)}
          ${isLocal ? html`<p class="note">A title opens the entry in the local editor, which runs while <code>npm run dev</code> does; a path opens the file.</p>` : none}
          ${renderSection('left-out', 'Left out of the site', leftOut.length, 'Something is wrong with these, so readers don’t see them.', renderRemarkRows(leftOut, fileHref))}
          ${renderSection('dates', 'Dates to check', deadlineCount, 'Opportunities that close soon, that closed without a final status, or that should have been reviewed.', renderDates(report, fileHref))}
          ${renderSection('links', 'Dead links', deadLinks.length, 'They lead nowhere, so they’re left out or shown as plain text.', renderRemarkRows(deadLinks, fileHref))}
          ${renderSection('pictures', 'Pictures', pictures.length, 'Without a description, people who can’t see them miss what they show; others can’t be shown at all.', renderRemarkRows(pictures, fileHref))}
          ${renderSection('warnings', 'Other warnings', warnings.length, 'These are on the site, and could be better.', renderRemarkRows(warnings, fileHref))}
          ${renderSection('search', 'In search results', undefined, 'What search engines show of each page is its title, its summary and, for opportunities, who can apply.', renderSearchListing(report.searchListing, fileHref))}
          ${renderSection('languages', 'Languages', undefined, 'Entries on the site that are complete in each language, and the words of their texts.', renderLanguages(report, fileHref))}
          ${renderSection('outdated', 'Translations older than their originals', outdatedCount, 'The original was changed after these were translated. Translate the fields again, or mark them as up to date.', renderOutdated(report, fileHref))}
          ${renderSection('changes', 'What changed', undefined, 'Since what was published before.', renderChanges(report.changes, fileHref))}
          ${renderSection('coming', 'Coming', coming.length, 'Finished, and on the site from the day of “Posted”, with the build of that day.', renderRowList(coming.map((entry) => renderEntryRow(entry, fileHref, html`On ${formatDay('en', entry.posted)}.`))))}
          ${renderSection('drafts', 'Drafts and in review', heldBack.length, 'Not on the site until their status says so.', renderRowList(heldBack.map((entry) => renderEntryRow(entry, fileHref, ''))))}
        </main>
      </body>
    </html> `.text;
}
