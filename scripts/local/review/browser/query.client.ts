/** The query of the page is in its address, so that a reload shows the same. */
import { isLocale, locales } from '@/i18n/locales';
import type { ReviewQuery } from '../review-request';
import { rowStates } from '../review-types';

/** Chooses the language of the address, else that of the sheet's report, else the browser's. */
function readLanguage(given: string | null): ReviewQuery['language'] {
  const wanted = [given ?? '', document.documentElement.dataset['language'] ?? '', ...navigator.languages];
  return wanted.map((tag) => tag.slice(0, 2)).find(isLocale) ?? locales[0];
}

export function readQuery(): ReviewQuery {
  const params = new URLSearchParams(location.search);
  const state = rowStates.find((one) => one === params.get('state'));
  const page = Number(params.get('page'));
  return {
    language: readLanguage(params.get('language')),
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
