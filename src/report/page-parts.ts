/** Pieces of the report’s page. */
import { capitalize, languageName } from '@/i18n/names';
import { formatNumber } from '@/i18n/format/format';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { contentTypes } from '@/model/types/types';
import type { ContentTypeName } from '@/model/types/entry';
import type { EntryRef } from './entry-ref';
import { html, type Html } from '@/model/html';
import type { EntryRemarks } from './report';

/** How the page leads to an entry’s file: undefined where the page stands where files can’t be opened. */
export type FileHref = (where: string) => string | undefined;

export const t = translator('en');
export const number = (value: number) => formatNumber('en', value);
export const language = (locale: Locale) => capitalize(t, languageName(t, locale));
export const typeLabel = (type: ContentTypeName) => contentTypes[type].label;

/** `(1, 'entry', 'entries') -> '1 entry'` */
export const count = (value: number, one: string, many: string) =>
  `${number(value)} ${value === 1 ? one : many}`;

/** `(0, 3) -> '0 %'`; whole only where all is there. */
export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 100 : Math.floor((100 * part) / whole)}\u00a0%`;
}

function place(entry: EntryRef, fileHref: FileHref): Html {
  const href = entry.isLocal ? fileHref(entry.where) : undefined;
  return html`<span class="place">
    ${typeLabel(entry.type)} ·
    ${href === undefined ? entry.where : html`<a href="${href}">${entry.where}</a>`}
  </span>`;
}

/** An entry’s title, which opens it in the CMS, with whatever is said about it. */
export function row(entry: EntryRef, fileHref: FileHref, said: Html | string): Html {
  return html`<li>
    ${entry.edit === undefined ? html`<span class="title">${entry.title}</span>` : html`<a class="title" href="${entry.edit}">${entry.title}</a>`}
    ${place(entry, fileHref)}
    <div class="said">${said}</div>
  </li>`;
}

/** From so many rows on, the rest is folded. */
const shownRows = 40;

/** Rows as a list; a long one can be unfolded. */
export function rows(list: readonly Html[]): Html {
  const rest = list.slice(shownRows);
  return html`<ul class="rows">
      ${list.slice(0, shownRows)}
    </ul>
    ${
      rest.length > 0
        ? html`<details>
            <summary>${number(rest.length)} more</summary>
            <ul class="rows">
              ${rest}
            </ul>
          </details>`
        : undefined
    }`;
}

/** Entries with what is wrong with each, and how to mend it. */
export function remarkRows(entries: readonly EntryRemarks[], fileHref: FileHref): Html {
  return rows(
    entries.map((entry) =>
      row(
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

/** A part of the report: `id` is where the page’s head leads to. One of nothing says so. */
export function section(
  id: string,
  title: string,
  count: number | undefined,
  lead: string,
  body: Html,
): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">
      ${title}${count === undefined ? undefined : html` <span class="count">${number(count)}</span>`}
    </h2>
    ${
      count === 0
        ? html`<p>None.</p>`
        : html`<p>${lead}</p>
            ${body}`
    }
  </section>`;
}
