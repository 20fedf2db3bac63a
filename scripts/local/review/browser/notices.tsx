/** The result of the last save, and corrections that the sheet has overtaken. */
import { useWords } from '../../form-page/browser/words';
import { useChange, useReview } from './use-review';

/** The result of the last save. */
export function SaveNotice() {
  const { view } = useReview();
  const { t } = useWords();
  const { save } = view;
  const text = !save
    ? ''
    : save.isRunning
      ? t('Saving the accepted rows…')
      : t('Rows saved: {count}.', { count: String(save.saved) });
  const refused = save?.refused ?? [];
  return (
    <div role="status" className={text === '' ? '' : 'notice'}>
      <p>{text}</p>
      {refused.length > 0 && (
        <>
          <p>{t('Not everything was saved:')}</p>
          <ul>
            {refused.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Corrections that the sheet has overtaken, each with both ways out. */
export function Outdated() {
  const { view } = useReview();
  const { ask, fault } = useChange();
  const { t } = useWords();
  if (view.outdated.length === 0) return null;
  return (
    <section className="notice">
      <h2>{t('Corrections that the sheet has overtaken')}</h2>
      <ul>
        {view.outdated.map(({ text, row, column, seen, correction }) => (
          <li key={text}>
            <p>{text}</p>
            {[
              [t('Keep what the sheet says'), seen],
              [t('Use the correction'), correction],
            ].map(([label, chosen = '']) => (
              <button
                key={label}
                type="button"
                onClick={() => ask({ action: 'correct', row, column, seen, text: chosen })}
              >
                {label}
              </button>
            ))}
          </li>
        ))}
      </ul>
      {fault}
    </section>
  );
}
