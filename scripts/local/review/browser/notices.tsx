/** News of the sheet and of the last save. */
import { useEffect, useState } from 'react';
import { useWords } from '../../form-page/browser/words';
import { useReview } from './use-review';

/** The result of the last save. */
function SaveNotice() {
  const { view } = useReview();
  const { t } = useWords();
  const { save } = view;
  const text = !save
    ? ''
    : save.isRunning
      ? t('Saving the accepted rows…')
      : t('{count} rows were saved.', { count: String(save.saved) });
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
function Outdated() {
  const { view, change } = useReview();
  const { t } = useWords();
  if (view.outdated.length === 0) return null;
  return (
    <section className="notice">
      <h2>{t('Corrections that the sheet has overtaken')}</h2>
      <ul>
        {view.outdated.map(({ text, row, column, seen, correction }) => (
          <li key={text}>
            <p>{text}</p>
            <button
              type="button"
              onClick={() =>
                void change({ action: 'restore', row, place: { column }, seen }).catch(() => undefined)
              }
            >
              {t('Keep what the sheet says')}
            </button>
            <button
              type="button"
              onClick={() =>
                void change({ action: 'correct', row, place: { column }, seen, text: correction }).catch(
                  () => undefined,
                )
              }
            >
              {t('Use the correction')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Notices() {
  const { view } = useReview();
  const { t } = useWords();
  // The server says it once; it stays until it was read.
  const [lines, setLines] = useState<readonly string[]>([]);
  const said = view.notices.join('\n');
  useEffect(() => {
    if (said !== '') setLines(said.split('\n'));
  }, [said]);
  return (
    <>
      <div role="alert" className={lines.length > 0 ? 'notice' : ''}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {lines.length > 0 && (
          <button type="button" onClick={() => setLines([])}>
            {t('Dismiss')}
          </button>
        )}
      </div>
      <SaveNotice />
      <Outdated />
    </>
  );
}
