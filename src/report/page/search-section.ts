/** Renders the report’s part about what search engines show. */
import { html, type Html } from '@/model/html';
import { descriptionLimits, titleLimit } from '@/model/head-limits';
import type { MeasuredText, SearchListing } from '../search-listing';
import { renderEntryRows, type ReportContext } from './page-parts';

/** True if there is nothing to improve. */
export const isWellListed = ({ longTitles, shortSummaries, withoutCountries }: SearchListing) =>
  longTitles.length + shortSummaries.length + withoutCountries === 0;

function renderTexts(
  context: ReportContext,
  title: string,
  advice: string,
  texts: readonly MeasuredText[],
): Html | undefined {
  if (texts.length === 0) return undefined;
  const renderText = ({ locale, length, text }: MeasuredText) =>
    html`${context.t('{language}, {n} characters:', { language: context.language(locale), n: context.number(length) })}
      <span lang="${locale}">${text}</span>`;
  return html`<h3>${title}</h3>
    <p>${advice}</p>
    ${renderEntryRows(context, texts, renderText)}`;
}

export function renderSearchListing(context: ReportContext, listing: SearchListing): Html {
  const { longTitles, shortSummaries, open, withoutCountries } = listing;
  const { t } = context;
  return html`
    ${renderTexts(
      context,
      t('Titles of more than {n} characters', { n: titleLimit }),
      t('Search results and tabs show them cut off. Shorten them if nothing important is lost.'),
      longTitles,
    )}
    ${renderTexts(
      context,
      t('Summaries of fewer than {n} characters', { n: descriptionLimits.min }),
      t(
        'Search results add a sentence about the site, or show other text of the page. Say what is done, for whom and why.',
      ),
      shortSummaries,
    )}
    ${
      withoutCountries === 0
        ? undefined
        : html`<h3>${t('Opportunities among jobs')}</h3>
            <p>
              ${t(
                'Open opportunities without “Only for people in”: {part} of {whole}. Search engines don’t list these among jobs. That’s right if people anywhere can apply.',
                { part: context.number(withoutCountries), whole: context.number(open) },
              )}
            </p>`
    }
  `;
}
