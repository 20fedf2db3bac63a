/** Renders the parts of the report’s page. */
import { editorTranslator, type EditorTranslate } from '@/i18n/editor';
import { formatDay, formatNumber } from '@/i18n/format/format';
import type { Locale } from '@/i18n/locales';
import { capitalize, languageName } from '@/i18n/names';
import { translator, type Translate } from '@/i18n/translate';
import { problemWords, typeWords } from '@/model/fields/field-words';
import { html, type Html } from '@/model/html';
import { utcDay } from '@/model/time/clock';
import type { ContentTypeName } from '@/model/types/entry';
import type { EntryRef, EntryRemarks } from '../entry-ref';

/** Returns the link to an entry’s file; undefined if files can’t be opened from the page. */
export type FileHref = (where: string) => string | undefined;

/** The page’s language, and how it links to files. */
export interface ReportContext {
  readonly locale: Locale;
  readonly t: EditorTranslate;
  /** The site’s own strings: names of languages and statuses. */
  readonly strings: Translate;
  readonly fileHref: FileHref;
  readonly number: (value: number) => string;
  /** `Espagnol`, as it stands at the start of a line. */
  readonly language: (locale: string) => string;
  readonly typeName: (type: ContentTypeName) => string;
}

export function createReportContext(locale: Locale, fileHref: FileHref): ReportContext {
  const t = editorTranslator(locale);
  const strings = translator(locale);
  return {
    locale,
    t,
    strings,
    fileHref,
    number: (value) => formatNumber(locale, value),
    language: (other) => capitalize(strings, languageName(strings, other)),
    typeName: (type) => typeWords(t, type).label,
  };
}

/** `25 November 2026, 12:00 UTC` */
export const formatUtcInstant = ({ locale }: ReportContext, ms: number) =>
  `${formatDay(locale, utcDay(ms))}, ${new Date(ms).toISOString().slice(11, 16)} UTC`;

/** The entry’s type, and its file or its name in the CMS. */
export function renderPlace(context: ReportContext, entry: EntryRef): Html {
  const href = entry.isLocal ? context.fileHref(entry.where) : undefined;
  return html`<span class="place">
    ${context.typeName(entry.type)} ·
    ${href === undefined ? entry.where : html`<a href="${href}">${entry.where}</a>`}
  </span>`;
}

/** An entry’s title, which opens it in the CMS, or else its file. Its language may have another direction. */
export function renderTitle({ fileHref }: ReportContext, { title, where, edit, isLocal }: EntryRef): Html {
  const href = edit ?? (isLocal ? fileHref(where) : undefined);
  return href === undefined
    ? html`<span class="title" dir="auto">${title}</span>`
    : html`<a class="title" dir="auto" href="${href}">${title}</a>`;
}

/** Further rows are folded. */
const shownRows = 40;

/** Renders rows as a list. The end of a long one is folded. */
export function renderRowList(context: ReportContext, list: readonly Html[], shown = shownRows): Html {
  const rest = list.slice(shown);
  return html`<ol class="rows">
      ${list.slice(0, shown)}
    </ol>
    ${
      rest.length > 0
        ? html`<details>
            <summary>${context.t('{n} more', { n: context.number(rest.length) })}</summary>
            <ol class="rows" start="${shown + 1}">
              ${rest}
            </ol>
          </details>`
        : undefined
    }`;
}

/** Renders entries as a list, each with details. */
export const renderEntryRows = <Entry extends EntryRef>(
  context: ReportContext,
  entries: readonly Entry[],
  details: (entry: Entry) => Html | string,
): Html =>
  renderRowList(
    context,
    entries.map(
      (entry) =>
        html`<li>
          ${renderTitle(context, entry)} ${renderPlace(context, entry)}
          <div class="details">${details(entry)}</div>
        </li>`,
    ),
  );

/** Renders entries with their problems, and how to fix them. */
export const renderRemarkRows = (context: ReportContext, entries: readonly EntryRemarks[]): Html =>
  renderEntryRows(
    context,
    entries,
    ({ remarks }) =>
      html`<ul>
        ${remarks.map((remark) => html`<li>${problemWords(context.t, remark)}</li>`)}
      </ul>`,
  );
