/** The content report as a page that stands by itself: no script, nothing loaded. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultBrand } from '@/brand/brand';
import { colourCss } from '@/brand/brand-files';
import { formatDay } from '@/i18n/format/format';
import { utcDay } from '@/model/time/clock';
import { contentTypeNames } from '@/model/types/entry';
import type { ReportChange, Changes } from './changes';
import type { LanguageCoverage } from './coverage';
import { html, Html } from '@/model/html';
import {
  count,
  language,
  number,
  percent,
  remarkRows,
  row,
  rows,
  section,
  typeLabel,
  type FileHref,
} from './page-parts';
import type { ContentReport } from './report';

export interface PageOptions {
  readonly fileHref: FileHref;
}

/** `now` as people say it: `25 November 2026, 12:00 UTC` */
const instant = (ms: number) =>
  `${formatDay('en', utcDay(ms))}, ${new Date(ms).toISOString().slice(11, 16)} UTC`;

const readStyle = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');
let style: string | undefined;

function verdictOf({ verdict, source, now }: ContentReport): Html {
  const when = instant(Date.parse(now));
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

function tile(href: string, value: string, label: string, isUrgent = false): Html {
  return html`<li>
    <a href="#${href}" ${new Html(isUrgent ? 'class="urgent"' : '')}><b>${value}</b> ${label}</a>
  </li>`;
}

function tiles(report: ContentReport): Html {
  const { leftOut, warnings, deadLinks, pictures, deadlines, coverage, changes } = report;
  const moved = changes ? changes.added.length + changes.changed.length + changes.gone.length : 0;
  return html`<nav aria-label="Parts of the report">
    <ul class="tiles">
      ${tile('left-out', number(leftOut.length), 'left out', leftOut.length > 0)}
      ${tile('dates', number(deadlines.closingSoon.length), 'closing this week')}
      ${tile('dates', number(deadlines.closedUnverified.length), 'closed, unverified')}
      ${tile('dates', number(deadlines.reviewOverdue.length), 'reviews overdue')}
      ${tile('links', number(deadLinks.length), 'with dead links')}
      ${tile('pictures', number(pictures.length), 'with pictures to mend')}
      ${tile('warnings', number(warnings.length), 'with other warnings')}
      ${tile('changes', number(moved), 'changed')}
      ${coverage.map(({ locale, complete, entries }) =>
        tile('languages', percent(complete, entries), `in ${language(locale)}`),
      )}
    </ul>
  </nav>`;
}

function dates({ deadlines }: ContentReport, fileHref: FileHref): Html {
  const part = (title: string, none: string, list: readonly Html[]) =>
    html`<h3>${title}</h3>
      ${list.length === 0 ? html`<p>${none}</p>` : rows(list)}`;
  return html`
    ${part(
      'Closing this week',
      'None.',
      deadlines.closingSoon.map((entry) =>
        row(
          entry,
          fileHref,
          `Closes at the end of ${formatDay('en', entry.closes.date)} (${entry.closes.zone}).`,
        ),
      ),
    )}
    ${part(
      'Closed and unverified',
      'None.',
      deadlines.closedUnverified.map((entry) =>
        row(
          entry,
          fileHref,
          html`Closed on ${formatDay('en', entry.closes.date)}.
            <strong
              >Ask the organization, then set the status to filled or closed, or give a new last day.</strong
            >`,
        ),
      ),
    )}
    ${part(
      'Review overdue',
      'None.',
      deadlines.reviewOverdue.map((entry) =>
        row(
          entry,
          fileHref,
          html`Was to be reviewed by ${formatDay('en', entry.reviewBy)}.
            <strong>Ask whether help is still needed, then give the next day.</strong>`,
        ),
      ),
    )}
  `;
}

function languages({ coverage }: ContentReport, fileHref: FileHref): Html {
  const types = contentTypeNames.filter((type) =>
    coverage.some((own) => own.types.some((one) => one.type === type)),
  );
  const cell = ({ types: own }: LanguageCoverage, type: (typeof types)[number]) => {
    const found = own.find((one) => one.type === type);
    return found
      ? html`<td>
          ${number(found.complete)} of ${number(found.entries)}
          <small>${count(found.words, 'word', 'words')}</small>
        </td>`
      : html`<td>–</td>`;
  };
  return html`<div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label="Entries and words by type and language"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Type</th>
            ${coverage.map(({ locale }) => html`<th scope="col">${language(locale)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${types.map(
            (type) =>
              html`<tr>
                <th scope="row">${typeLabel(type)}</th>
                ${coverage.map((own) => cell(own, type))}
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            ${coverage.map(
              ({ complete, entries, words }) =>
                html`<td>
                  ${number(complete)} of ${number(entries)} <small>${count(words, 'word', 'words')}</small>
                </td>`,
            )}
          </tr>
        </tfoot>
      </table>
    </div>
    ${coverage.map(({ locale, untranslated, wordsToTranslate }) =>
      untranslated.length === 0
        ? undefined
        : html`<details>
            <summary>
              Not in ${language(locale)}: ${count(untranslated.length, 'entry', 'entries')},
              ${count(wordsToTranslate, 'word', 'words')} to translate
            </summary>
            ${rows(
              untranslated.map((entry) =>
                row(
                  entry,
                  fileHref,
                  `${count(entry.words, 'word', 'words')} in ${language(entry.original)}.`,
                ),
              ),
            )}
          </details>`,
    )}`;
}

function changesPart(changes: Changes | undefined, fileHref: FileHref): Html {
  if (!changes) return html`<p>There is no previous publish of this source to compare with.</p>`;
  const words = ({ words: said, entry, title, type }: ReportChange) =>
    entry
      ? row({ ...entry, title }, fileHref, `${said.join('; ')}.`)
      : html`<li>
          <span class="title">${title}</span> <span class="place">${typeLabel(type)}</span>
          <div class="said">${said.join('; ')}.</div>
        </li>`;
  const part = (title: string, list: readonly ReportChange[]) =>
    list.length === 0
      ? undefined
      : html`<h3>${title}</h3>
          ${rows(list.map(words))}`;
  const { added, changed, gone, since } = changes;
  const isSame = added.length + changed.length + gone.length === 0;
  return html`<p>
      Compared with the publish of ${instant(since)}.${isSame ? ' Nothing changed.' : undefined}
    </p>
    ${part('New', added)} ${part('Changed', changed)} ${part('Gone from the site', gone)}`;
}

/** The page as HTML. */
export function reportPage(report: ContentReport, { fileHref }: PageOptions): string {
  const { leftOut, heldBack, deadLinks, pictures, warnings, deadlines, site } = report;
  style ??=
    `${colourCss(defaultBrand)}\n${readStyle('../styles/tokens.css')}\n${readStyle('report.css')}`.replaceAll(
      '</',
      '<\\/',
    );
  const isLocal = [...leftOut, ...heldBack, ...warnings].some(
    (entry) => entry.isLocal && entry.edit !== undefined,
  );
  const asked =
    deadlines.closingSoon.length + deadlines.closedUnverified.length + deadlines.reviewOverdue.length;
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
          ${verdictOf(report)}
          ${report.notices.map((notice) => html`<p class="note"><strong>${notice}</strong></p>`)}
        </header>
        <main>
          ${tiles(report)}
          ${isLocal ? html`<p class="note">A title opens the entry in the local editor, which runs while <code>npm run dev</code> does; a path opens the file.</p>` : none}
          ${section('left-out', 'Left out of the site', leftOut.length, 'Something is wrong with these, so that readers don’t see them.', remarkRows(leftOut, fileHref))}
          ${section('dates', 'Dates that ask for you', asked, 'Opportunities that close soon, that closed without a word, or that should have been reviewed.', dates(report, fileHref))}
          ${section('links', 'Dead links', deadLinks.length, 'They lead nowhere, and are left out or shown as words only.', remarkRows(deadLinks, fileHref))}
          ${section('pictures', 'Pictures', pictures.length, 'Without a description, people who can’t see them miss what they show; others can’t be shown at all.', remarkRows(pictures, fileHref))}
          ${section('warnings', 'Other warnings', warnings.length, 'These are on the site, and could be better.', remarkRows(warnings, fileHref))}
          ${section('languages', 'Languages', undefined, 'Entries on the site that are complete in each language, and the words of their texts.', languages(report, fileHref))}
          ${section('changes', 'What changed', undefined, 'Since what was published before.', changesPart(report.changes, fileHref))}
          ${section('drafts', 'Drafts and in review', heldBack.length, 'Not on the site until their status says so.', rows(heldBack.map((entry) => row(entry, fileHref, ''))))}
        </main>
      </body>
    </html> `.text;
}
