/** The rows of a page. */
import { useEffect } from 'react';
import { Row } from './row';
import { useWords } from '../../form-page/browser/words';
import { useReview } from './use-review';

/** The row that had the focus last. */
function useFocusKept(view: unknown) {
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest('.row')?.querySelector('.title')?.id : undefined;
      document.body.dataset['row'] = row ?? '';
    };
    addEventListener('focusin', remember);
    return () => removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    // The control that had the focus solved its problem, and is gone.
    if (document.activeElement !== document.body) return;
    document.getElementById(document.body.dataset['row'] ?? '')?.focus();
  }, [view]);
}

function Pager() {
  const { view, query, show } = useReview();
  const { t } = useWords();
  const { page, pages } = view;
  if (pages === 1) return null;
  return (
    <nav
      className="bar"
      aria-label={t('Page {page} of {pages}', { page: String(page), pages: String(pages) })}
    >
      <button type="button" disabled={page === 1} onClick={() => show({ ...query, page: page - 1 })}>
        {t('Previous page')}
      </button>
      <span>{t('Page {page} of {pages}', { page: String(page), pages: String(pages) })}</span>
      <button type="button" disabled={page === pages} onClick={() => show({ ...query, page: page + 1 })}>
        {t('Next page')}
      </button>
    </nav>
  );
}

export function Rows() {
  const { view } = useReview();
  const { t } = useWords();
  useFocusKept(view);
  if (view.rows.length === 0) return <p>{t('No row is in this list.')}</p>;
  return (
    <>
      <ol className="rows">
        {view.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
      <Pager />
    </>
  );
}
