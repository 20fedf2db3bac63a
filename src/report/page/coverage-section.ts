/** Renders the section of the report about languages: what is translated, and what isn’t. */
import { languageName } from '@/i18n/names';
import { html, type Html } from '@/model/html';
import { contentTypeNames } from '@/model/types/entry';
import type { LanguageCoverage } from '../coverage';
import { renderEntryRows, type ReportContext } from './page-parts';

/** Renders a table of entries and words by type and language, and the entries to translate. */
export function renderCoverage(context: ReportContext, coverage: readonly LanguageCoverage[]): Html {
  const { t } = context;
  const formatWords = (n: number) => t('Words: {n}', { n: context.number(n) });
  const types = contentTypeNames.filter((type) =>
    coverage.some((own) => own.types.some((one) => one.type === type)),
  );
  const renderCell = (found: { complete: number; entries: number; words: number } | undefined) =>
    found
      ? html`<td>
          ${t('{part} of {whole}', { part: context.number(found.complete), whole: context.number(found.entries) })}
          <small>${formatWords(found.words)}</small>
        </td>`
      : html`<td>–</td>`;
  return html`<div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label="${t('Entries and words by type and language')}"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${t('Type')}</th>
            ${coverage.map(({ locale }) => html`<th scope="col">${context.language(locale)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${types.map(
            (type) =>
              html`<tr>
                <th scope="row">${context.typeName(type)}</th>
                ${coverage.map((own) => renderCell(own.types.find((one) => one.type === type)))}
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${t('All')}</th>
            ${coverage.map(renderCell)}
          </tr>
        </tfoot>
      </table>
    </div>
    ${coverage.map(({ locale, untranslated, wordsToTranslate }) =>
      untranslated.length === 0
        ? undefined
        : html`<details>
            <summary>
              ${t('Not in {language}', { language: languageName(context.strings, locale) })}:
              ${context.number(untranslated.length)} ·
              ${t('Words to translate: {n}', { n: context.number(wordsToTranslate) })}
            </summary>
            ${renderEntryRows(
              context,
              untranslated,
              ({ original, words }) => `${context.language(original)} · ${formatWords(words)}`,
            )}
          </details>`,
    )}`;
}
