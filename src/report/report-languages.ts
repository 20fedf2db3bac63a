/** Renders the section of the report about languages: what is translated, and what isn’t. */
import { formatCount } from '@/model/format-count';
import { html, type Html } from '@/model/html';
import { contentTypeNames } from '@/model/types/entry';
import type { ContentReport } from './content-report';
import type { LanguageCoverage } from './coverage';
import {
  formatInteger,
  formatLanguageName,
  renderEntryRow,
  renderRowList,
  typeLabel,
  type FileHref,
} from './report-page-parts';

/** Renders a table of entries and words by type and language, and the entries to translate. */
export function renderLanguages({ coverage }: ContentReport, fileHref: FileHref): Html {
  const types = contentTypeNames.filter((type) =>
    coverage.some((own) => own.types.some((one) => one.type === type)),
  );
  const renderCell = ({ types: own }: LanguageCoverage, type: (typeof types)[number]) => {
    const found = own.find((one) => one.type === type);
    return found
      ? html`<td>
          ${formatInteger(found.complete)} of ${formatInteger(found.entries)}
          <small>${formatCount(found.words, 'word')}</small>
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
            ${coverage.map(({ locale }) => html`<th scope="col">${formatLanguageName(locale)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${types.map(
            (type) =>
              html`<tr>
                <th scope="row">${typeLabel(type)}</th>
                ${coverage.map((own) => renderCell(own, type))}
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            ${coverage.map(
              ({ complete, entries, words }) =>
                html`<td>
                  ${formatInteger(complete)} of ${formatInteger(entries)} <small>${formatCount(words, 'word')}</small>
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
              Not in ${formatLanguageName(locale)}: ${formatCount(untranslated.length, 'entry', 'entries')},
              ${formatCount(wordsToTranslate, 'word')} to translate
            </summary>
            ${renderRowList(
              untranslated.map((entry) =>
                renderEntryRow(
                  entry,
                  fileHref,
                  `${formatCount(entry.words, 'word')} in ${formatLanguageName(entry.original)}.`,
                ),
              ),
            )}
          </details>`,
    )}`;
}
