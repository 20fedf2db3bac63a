/** Serves a review on this machine, for the browser of the person who started it. */
import { createServer, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { cacheByText } from '@/i18n/cache-by-text';
import { isLocale, type Locale } from '@/i18n/locales';
import { OperatorError } from '@/model/operator-error';
import { utcDay } from '@/model/time/clock';
import { checkApiAccess, checkHost, createSecret, type EditorSecret } from '../form-page/access';
import {
  bundlePage,
  collectPageWords,
  fileAnswer,
  pagePolicy,
  renderPage,
  wordsPattern,
} from '../form-page/page-files';
import { createListener, htmlAnswer, jsonAnswer, readJson, type HttpAnswer } from '../http';
import { startServer } from '../listen';
import { ChangedElsewhereError } from './change-choices';
import { openReview, type Review, type ReviewOptions } from './open-review';
import { reviewRequest } from './review-request';

const reviewPolicy = pagePolicy({ 'require-trusted-types-for': "'script'" });

/** The largest request in bytes: a text of a cell. */
const requestLimit = 1_000_000;

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

async function answerApi(request: IncomingMessage, review: Review, token: EditorSecret): Promise<HttpAnswer> {
  const refusal = checkApiAccess(request.headers, token);
  if (refusal) return jsonAnswer(refusal.status, { error: refusal.error });
  const parsed = reviewRequest.safeParse(await readJson(request, requestLimit));
  if (!parsed.success) return jsonAnswer(422, { error: 'The review has no such action.' });
  try {
    return jsonAnswer(200, await review.answer(parsed.data));
  } catch (error) {
    if (error instanceof ChangedElsewhereError)
      return jsonAnswer(409, { error: error.message, present: error.present });
    if (error instanceof OperatorError)
      return jsonAnswer(422, { error: `${error.message} ${error.hint ?? ''}`.trim() });
    const reason = error instanceof Error ? error.message : String(error);
    return jsonAnswer(500, { error: `The system refused: ${reason}` });
  }
}

export interface ReviewServer {
  /** The address with the key, for the terminal. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Opens a review and serves it. Rejects as the import does, or with a `PortError`; then nothing is left running. */
export async function startReviewServer({
  port,
  ...options
}: ReviewOptions & { readonly port: number }): Promise<ReviewServer> {
  const review = await openReview(options);
  const script = fileURLToPath(new URL('browser/review.client.tsx', import.meta.url));
  const bundling = bundlePage({ review: script });
  const wordsOf = cacheByText((locale: Locale) => collectPageWords(locale, utcDay(Date.now())));
  // They take a while: the first page mustn't wait for them.
  wordsOf(review.language);
  const files = await bundling;
  const token = createSecret();
  const page = renderPage({ name: 'review', title: 'Review', language: review.language });
  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const refusal = checkHost(request.headers);
    if (refusal) return jsonAnswer(refusal.status, { error: refusal.error });
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/api/' && request.method === 'POST') return answerApi(request, review, token);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return jsonAnswer(405, { error: 'The review has no such action.' }, { Allow: 'GET, HEAD' });
    if (pathname === '/') return htmlAnswer(200, page, { 'Content-Security-Policy': reviewPolicy });
    const locale = wordsPattern.exec(pathname)?.[1];
    if (isLocale(locale)) return jsonAnswer(200, wordsOf(locale));
    return fileAnswer(files, pathname.slice(1)) ?? jsonAnswer(404, { error: 'There is no such page.' });
  };
  const server = createServer(
    createListener(async (request) => {
      const { headers: own, ...made } = await answer(request);
      return { ...made, headers: { ...headers, ...own } };
    }),
  );
  const { port: actual, close } = await startServer(server, port);
  return {
    url: `http://localhost:${actual}/#token=${token.value}`,
    close: async () => {
      await close();
      await review.settled();
    },
  };
}
