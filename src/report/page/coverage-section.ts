/** Renders the section of the report about languages: what is translated, and what isn’t. */
import { languageName } from '@/i18n/names';
import { html, type Html } from '@/model/html';
import type { LanguageCoverage } from '../coverage';
import { renderEntryRows, type ReportContext } from './page-parts';

/** Renders how much there is in each language, and the entries to translate. */
export function renderCoverage(context: ReportContext, coverage: readonly LanguageCoverage[]): Html {
  const { t } = context;
  const formatWords = (n: number) => t('Words: {n}', { n: context.number(n) });
  return html`<ul>
      ${coverage.map(
        ({ locale, complete, entries, words }) =>
          html`<li>
            ${t('{language}: {part} of {whole}', {
              language: context.language(locale),
              part: context.number(complete),
              whole: context.number(entries),
            })} ·
            ${formatWords(words)}
          </li>`,
      )}
    </ul>
    ${coverage.map(({ locale, untranslated, wordsToTranslate }) =>
      untranslated.length === 0
        ? undefined
        : html`<details>
            <summary>
              ${t('Not in {language}: {n}', {
                language: languageName(context.strings, locale),
                n: context.number(untranslated.length),
              })} ·
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
