/** The pages of the results, as links with addresses of their own. */
import type { MouseEvent } from 'react';
import type { SearchTranslate } from '../../page/search-props';

interface Props {
  readonly t: SearchTranslate;
  readonly page: number;
  readonly pages: number;
  readonly addressOf: (page: number) => string;
  readonly showPage: (page: number) => void;
}

export function SearchPager({ t, page, pages, addressOf, showPage }: Props) {
  if (pages <= 1) return null;
  const follow = (number: number) => (event: MouseEvent) => {
    // Let the browser open it in another tab or window.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    showPage(number);
  };
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      {page > 1 && (
        <a className="button" rel="prev" href={addressOf(page - 1)} onClick={follow(page - 1)}>
          {t('pager.previous')}
        </a>
      )}
      <span>{t('pager.here', { page, pages })}</span>
      {page < pages && (
        <a className="button" rel="next" href={addressOf(page + 1)} onClick={follow(page + 1)}>
          {t('pager.next')}
        </a>
      )}
    </nav>
  );
}
