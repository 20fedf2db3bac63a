/** Renders the report’s part about what search engines show. */
import { html, type Html } from '@/model/html';
import { formatCount } from '@/model/format-count';
import { descriptionLimits, titleLimit } from '@/model/head-limits';
import {
  formatInteger,
  formatLanguageName,
  renderEntryRow,
  renderRowList,
  type FileHref,
} from './report-page-parts';
import type { MeasuredText, SearchListing } from './search-listing';

const renderTexts = (texts: readonly MeasuredText[], fileHref: FileHref) =>
  texts.length === 0
    ? html`<p>None.</p>`
    : renderRowList(
        texts.map((one) =>
          renderEntryRow(
            one,
            fileHref,
            html`${formatLanguageName(one.locale)}, ${formatInteger(one.length)} characters:
              <span lang="${one.locale}">${one.text}</span>`,
          ),
        ),
      );

export function renderSearchListing(listing: SearchListing, fileHref: FileHref): Html {
  const { longTitles, shortSummaries, open, withoutCountries } = listing;
  return html`
    <h3>Titles of more than ${titleLimit} characters</h3>
    <p>Search results and tabs show them cut off. <strong>Shorten them where that costs nothing.</strong></p>
    ${renderTexts(longTitles, fileHref)}
    <h3>Summaries of fewer than ${descriptionLimits.min} characters</h3>
    <p>
      Search results show a sentence about the site behind them, or something else of the page.
      <strong>Say what, for whom and why.</strong>
    </p>
    ${renderTexts(shortSummaries, fileHref)}
    <h3>Opportunities among jobs</h3>
    <p>
      ${formatInteger(withoutCountries)} of ${formatCount(open, 'open opportunity', 'open opportunities')} name no
      countries in “Only for people in” (<code>applicantCountries</code>). Search engines don’t list these among jobs.
      That is right wherever people anywhere can apply.
    </p>
  `;
}
