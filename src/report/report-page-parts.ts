/** Renders the parts of the report’s page. */
import { capitalize, languageName } from '@/i18n/names';
import { formatNumber } from '@/i18n/format/format';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { contentTypes } from '@/model/types/types';
import type { ContentTypeName } from '@/model/types/entry';
import type { EntryRef } from './entry-ref';
import { html, type Html } from '@/model/html';
import type { EntryRemarks } from './content-report';

/** Returns the link to an entry’s file; undefined if files can’t be opened from the page. */
export type FileHref = (where: string) => string | undefined;

export const t = translator('en');
export const formatInteger = (value: number) => formatNumber('en', value);
export const formatLanguageName = (locale: Locale) => capitalize(t, languageName(t, locale));
export const typeLabel = (type: ContentTypeName) => contentTypes[type].label;

/** `(0, 3) -> '0 %'`. It is rounded down, so that 100 % means all. */
export function formatShare(part: number, whole: number): string {
  return `${whole === 0 ? 100 : Math.floor((100 * part) / whole)}\u00a0%`;
}

function renderPlace(entry: EntryRef, fileHref: FileHref): Html {
  const href = entry.isLocal ? fileHref(entry.where) : undefined;
  return html`<span class="place">
    ${typeLabel(entry.type)} ·
    ${href === undefined ? entry.where : html`<a href="${href}">${entry.where}</a>`}
  </span>`;
}

/** Renders an entry’s title, which opens it in the CMS, with details. */
export function renderEntryRow(entry: EntryRef, fileHref: FileHref, details: Html | string): Html {
  return html`<li>
    ${entry.edit === undefined ? html`<span class="title">${entry.title}</span>` : html`<a class="title" href="${entry.edit}">${entry.title}</a>`}
    ${renderPlace(entry, fileHref)}
    <div class="said">${details}</div>
  </li>`;
}

/** Further rows are folded. */
const shownRows = 40;

/** Renders rows as a list. The end of a long one is folded. */
export function renderRowList(list: readonly Html[]): Html {
  const rest = list.slice(shownRows);
  return html`<ul class="rows">
      ${list.slice(0, shownRows)}
    </ul>
    ${
      rest.length > 0
        ? html`<details>
            <summary>${formatInteger(rest.length)} more</summary>
            <ul class="rows">
              ${rest}
            </ul>
          </details>`
        : undefined
    }`;
}

/** Renders entries with their problems, and how to fix them. */
export function renderRemarkRows(entries: readonly EntryRemarks[], fileHref: FileHref): Html {
  return renderRowList(
    entries.map((entry) =>
      renderEntryRow(
        entry,
        fileHref,
        html`<ul>
          ${entry.remarks.map(
            ({ field, message, hint }) =>
              html`<li>
                ${field === undefined ? undefined : html`<code>${field}</code> `}${message}.
                <strong>${hint}</strong>
              </li>`,
          )}
        </ul>`,
      ),
    ),
  );
}

/** Renders a section of the report. The links at the top lead to its `id`. */
export function renderSection(
  id: string,
  title: string,
  itemCount: number | undefined,
  lead: string,
  body: Html,
): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">
      ${title}${itemCount === undefined ? undefined : html` <span class="count">${formatInteger(itemCount)}</span>`}
    </h2>
    ${
      itemCount === 0
        ? html`<p>None.</p>`
        : html`<p>${lead}</p>
            ${body}`
    }
  </section>`;
}
