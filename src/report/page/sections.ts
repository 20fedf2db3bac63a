/** The sections below the list of what is urgent. One with nothing in it is named in a line at the end. */
import type { EditorText } from '@/i18n/editor';
import { formatDay, formatList } from '@/i18n/format/format';
import { html, type Html } from '@/model/html';
import type { ContentReport } from '../content-report';
import { renderCoverage } from './coverage-section';
import { renderEntryRows, renderRemarkRows, type ReportContext } from './page-parts';
import { countByKind, kindNames } from './urgent-list';

interface Section {
  readonly id: string;
  readonly title: EditorText;
  readonly lead: EditorText;
  /** Undefined for what isn't counted. */
  readonly count: number | undefined;
  readonly isEmpty: boolean;
  readonly render: () => Html;
}

function listSections(context: ReportContext, report: ContentReport): Section[] {
  const { pictures, warnings, coverage, coming, waiting, heldBack } = report;
  const counted = (count: number) => ({ count, isEmpty: count === 0 });
  return [
    {
      id: 'pictures',
      title: 'Pictures',
      lead: 'A picture without a description says nothing to people who can’t see it. Others can’t be shown at all.',
      ...counted(pictures.length),
      render: () => renderRemarkRows(context, pictures),
    },
    {
      id: 'warnings',
      title: 'Other remarks',
      lead: 'These entries are on the site, and could be better.',
      ...counted(warnings.length),
      render: () => renderRemarkRows(context, warnings),
    },
    {
      id: 'languages',
      title: 'Languages',
      lead: 'Entries on the site that are complete in each language, and the words of their texts.',
      count: undefined,
      isEmpty: false,
      render: () => renderCoverage(context, coverage),
    },
    {
      id: 'coming',
      title: 'Scheduled',
      lead: 'Finished. They appear when the site is published on the day of “Posted” or later.',
      ...counted(coming.length),
      render: () =>
        renderEntryRows(context, coming, ({ posted }) =>
          context.t('on {day}', { day: formatDay(context.locale, posted) }),
        ),
    },
    {
      id: 'waiting',
      title: 'Off the site with another entry',
      lead: 'Nothing is wrong with them. They’re shown again with the entry that they need.',
      ...counted(waiting.length),
      render: () => renderRemarkRows(context, waiting),
    },
    {
      id: 'drafts',
      title: 'Drafts and in review',
      lead: 'They’re not on the site until their status changes.',
      ...counted(heldBack.length),
      render: () => renderEntryRows(context, heldBack, () => ''),
    },
  ];
}

function renderSection(context: ReportContext, { id, title, lead, count, render }: Section): Html {
  const { t } = context;
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">
      ${t(title)}${count === undefined ? undefined : html` <span class="count">${context.number(count)}</span>`}
    </h2>
    <p>${t(lead)}</p>
    ${render()}
  </section>`;
}

function renderLinks({ t, number }: ReportContext, sections: readonly Section[]): Html {
  return html`<nav aria-label="${t('Parts of the report')}">
    <ul class="counts">
      ${sections.map(
        ({ id, title, count }) =>
          html`<li>
            <a href="#${id}">${t(title)}${count === undefined ? undefined : html` <b>${number(count)}</b>`}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** Renders the sections that have something, links to them, and a line that names all others. */
export function renderSections(context: ReportContext, report: ContentReport): Html {
  const { t, locale } = context;
  const all = listSections(context, report);
  const shown = all.filter(({ isEmpty }) => !isEmpty);
  const empty = [
    ...countByKind(report.urgent).flatMap(({ kind, count }) => (count === 0 ? [kindNames[kind]] : [])),
    ...all.flatMap(({ isEmpty, title }) => (isEmpty ? [title] : [])),
  ].map((title) => t(title));
  return html`${renderLinks(context, shown)} ${shown.map((section) => renderSection(context, section))}
    ${
      empty.length === 0
        ? undefined
        : html`<p class="note">${t('Nothing to report: {list}.', { list: formatList(locale, empty) })}</p>`
    }`;
}
