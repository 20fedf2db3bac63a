/** Serves a review on this machine, for the browser of the person who started it. */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '@/model/operator-error';
import { utcDay } from '@/model/time/clock';
import { collectPageWords, openFormPage } from '../form-page/page-server';
import { startServer } from '../listen';
import { ChangedElsewhereError } from './change-choices';
import { explain, openReview, type Review, type ReviewOptions } from './open-review';
import { reviewRequest } from './review-request';

async function answerApi(body: unknown, review: Review) {
  const parsed = reviewRequest.safeParse(body);
  if (!parsed.success) return { status: 422, body: { error: 'The review has no such action.' } };
  try {
    return { status: 200, body: await review.answer(parsed.data) };
  } catch (error) {
    if (error instanceof ChangedElsewhereError)
      return { status: 409, body: { error: error.message, present: error.present } };
    if (error instanceof OperatorError) return { status: 422, body: { error: explain(error) } };
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 500, body: { error: `The system refused: ${reason}` } };
  }
}

/** Opens a review and serves it. Rejects as the import does, or with a `PortError`; then nothing is left running. */
export async function startReviewServer({ port, ...options }: ReviewOptions & { readonly port: number }) {
  const review = await openReview(options);
  const today = () => utcDay(Date.now());
  const page = openFormPage({
    name: 'review',
    title: 'Review',
    language: review.language,
    scripts: { review: fileURLToPath(new URL('browser/review.client.tsx', import.meta.url)) },
    policy: { 'require-trusted-types-for': "'script'" },
    today,
    answerApi: (body) => answerApi(body, review),
  });
  // These take a while: the first page mustn't wait for them.
  const bundled = page.bundle();
  collectPageWords(review.language, today());
  await bundled;
  const { port: actual, close } = await startServer(createServer(page.answer), port);
  return {
    /** The address with the key, for the terminal. */
    url: `http://localhost:${actual}/${page.fragment}`,
    language: review.language,
    close: async () => {
      await close();
      await review.settled();
    },
  };
}
