/** The entry point of the review's page. */
import { createRoot } from 'react-dom/client';
import type { EditorText, EditorTranslate } from '@/i18n/editor';
import type { ReviewView } from '../review-types';
import { Notices } from './notices';
import { Rows } from './rows';
import './review.css';
import { ReviewLanguageSwitch, Toolbar } from './toolbar';
import { readReviewToken } from './token.client';
import { ReviewProvider, useReview, type Reach } from './use-review';
import { WordSections } from './words';

/** Returns the notice in place of the rows while there are none, and above them while the server can't be reached. */
function showReach(reach: Reach, t: EditorTranslate) {
  const isClosed = reach === 'stale' && readReviewToken() === '';
  const [heading, text] =
    reach === 'gone'
      ? [
          t('The server doesn’t answer'),
          t('Start the same command again. Everything that was stored is there then.'),
        ]
      : isClosed
        ? [
            t('Open the review from the terminal'),
            t(
              'This page needs the key in the address that the terminal prints after “Review”. Open that address in this browser.',
            ),
          ]
        : reach === 'stale'
          ? [
              t('The review was started again'),
              t(
                'Open the address that the terminal prints after “Review” now, in this tab or in another one. What you typed stays here, and is sent then.',
              ),
            ]
          : [t('Loading…'), ''];
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

function Page() {
  const { t, view } = useReview();
  return (
    <>
      <header>
        <h1>{t('Review of {file}', { file: view.file.split(/[/\\]/).at(-1) ?? view.file })}</h1>
        <ReviewLanguageSwitch />
        <p>
          {t('Accepted rows are saved into {into}. {status} Everything that you choose is stored at once.', {
            into: view.into,
            status: t(statusTexts[view.status]),
          })}
        </p>
      </header>
      <Notices />
      <Toolbar />
      <WordSections />
      <Rows />
    </>
  );
}

readReviewToken();
const root = document.querySelector('main');
if (root)
  createRoot(root).render(
    <ReviewProvider waiting={showReach}>
      <Page />
    </ReviewProvider>,
  );
