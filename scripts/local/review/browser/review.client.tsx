/** The entry point of the review's page. */
import { createRoot } from 'react-dom/client';
import type { EditorText } from '@/i18n/editor';
import { readToken, storeToken } from '../../form-page/browser/token.client';
import { LanguageChoice, useWords, WordsProvider } from '../../form-page/browser/words';
import type { ReviewView } from '../review-types';
import { Notices } from './notices';
import { Rows } from './rows';
import './review.css';
import { Toolbar } from './toolbar';
import { ReviewProvider, useReview, type Reach } from './use-review';
import { WordSections } from './words';

/** The notice in place of the rows while there are none, and above them while the server can't be reached. */
function ReachNotice({ reach }: { readonly reach: Reach }) {
  const { t } = useWords();
  const texts: Partial<Record<Reach, readonly [string, string]>> = {
    silent: [
      t('The server doesn’t answer'),
      t('Start the same command again. Everything that was stored is there then.'),
    ],
    stale:
      readToken() === ''
        ? [
            t('Open the review from the terminal'),
            t(
              'This page needs the key in the address that the terminal prints after “Review”. Open that address in this browser.',
            ),
          ]
        : [
            t('The review was started again'),
            t(
              'Open the address that the terminal prints after “Review” now, in this tab or in another one. What you typed stays here, and is sent then.',
            ),
          ],
  };
  const [heading, text] = texts[reach] ?? [t('Loading…'), ''];
  return (
    <div role="alert" className="notice">
      <p className="heading">{heading}</p>
      <p>{text}</p>
    </div>
  );
}

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
    <>
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
      <Notices />
      <Toolbar />
      <WordSections />
      <Rows />
    </>
  );
}

function Page() {
  return (
    <main>
      <WordsProvider>
        <ReviewProvider waiting={(reach) => <ReachNotice reach={reach} />}>
          <Review />
        </ReviewProvider>
      </WordsProvider>
    </main>
  );
}

storeToken(`${location.pathname}${location.search}`);
const root = document.getElementById('page');
if (root) createRoot(root).render(<Page />);
