/** The query of the page is in its address, so that a reload shows the same. */
import type { ReviewQuery } from '../review-request';
import { rowStates } from '../review-types';

/** The rows that are shown; the language is that of the page's words. */
export type RowQuery = Omit<ReviewQuery, 'language' | 'ids'>;

export function readQuery(): RowQuery {
  const params = new URLSearchParams(location.search);
  const state = rowStates.find((one) => one === params.get('state'));
  const page = Number(params.get('page'));
  return {
    ...(state === undefined ? {} : { state }),
    words: params.get('words') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

export function storeQuery({ language, state, words, page }: ReviewQuery): void {
  const params = new URLSearchParams({
    language,
    ...(state === undefined ? {} : { state }),
    ...(words === '' ? {} : { words }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  history.replaceState(history.state, '', `${location.pathname}?${params.toString()}${location.hash}`);
}
