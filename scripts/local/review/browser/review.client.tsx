/** The entry point of the review's page. */
import { createRoot } from 'react-dom/client';
import type { EditorText } from '@/i18n/editor';
import { storeToken } from '../../form-page/browser/token.client';
import { LanguageChoice, useWords, WordsProvider } from '../../form-page/browser/words';
import type { ReviewView } from '../review-view';
import { Columns } from './columns';
import { Outdated, SaveNotice } from './notices';
import { Rows } from './rows';
import './review.css';
import { Toolbar } from './toolbar';
import { ReviewProvider, useReview } from './use-review';
import { ChosenWords, DateOrder, UnknownWords } from './words';

/** The status that accepted rows get, in words. */
const statusTexts = {
  draft: 'They become drafts.',
  open: 'They are on the site with the next build.',
  sheet: 'They get the status that their row says.',
} as const satisfies Record<ReviewView['status'], EditorText>;

function Review() {
  const { view } = useReview();
  const { t } = useWords();
  return (
    <main>
      <header>
        <h1>{t('Review of {file}', { file: view.file.split(/[/\\]/).at(-1) ?? view.file })}</h1>
        <LanguageChoice />
      </header>
      <p>
        {t('Accepted rows are saved into {into}. {status} Everything that you choose is stored at once.', {
          into: view.into,
          status: t(statusTexts[view.status]),
        })}
      </p>
      <SaveNotice />
      <Outdated />
      <Toolbar />
      <Columns />
      <DateOrder />
      <UnknownWords />
      <ChosenWords />
      <Rows />
    </main>
  );
}

storeToken(`${location.pathname}${location.search}`);
const root = document.getElementById('page');
if (root)
  createRoot(root).render(
    <WordsProvider>
      <ReviewProvider>
        <Review />
      </ReviewProvider>
    </WordsProvider>,
  );
