/** What concerns many rows: the meanings of words, and the order of days and months. */
import { useWords } from '../../form-page/browser/words';
import { useChange, useReview } from './use-review';
import { WordControl } from './controls/word-control';

export function UnknownWords() {
  const { words } = useReview().view;
  const { t } = useWords();
  if (words.length === 0) return null;
  return (
    <section>
      <h2>{t('Words that the site doesn’t know')}</h2>
      <p>{t('What you choose here holds for every row with that word.')}</p>
      <div className="grid">
        {words.map((word) => {
          const about = { field: word.label, word: word.word, count: String(word.rows) };
          const label = t('{field}: “{word}” (rows: {count})', about);
          return <WordControl key={`${word.path}/${word.word}`} word={word} label={label} />;
        })}
      </div>
    </section>
  );
}

export function ChosenWords() {
  const { chosenWords: words } = useReview().view;
  const { t } = useWords();
  if (words.length === 0) return null;
  return (
    <details>
      <summary>
        {t('Words that you explained')} <span className="count">{words.length}</span>
      </summary>
      <div className="grid">
        {words.map((word) => (
          <WordControl key={`${word.path}/${word.word}`} word={word} />
        ))}
      </div>
    </details>
  );
}

export function DateOrder() {
  const { view } = useReview();
  const { ask, fault } = useChange();
  const { t } = useWords();
  const { order, unclear } = view.dates;
  if (unclear === 0 && order === null) return null;
  const orders = [
    ['dmy', t('The day')],
    ['mdy', t('The month')],
    [null, t('Not decided')],
  ] as const;
  return (
    <section>
      <h2 id="order">{t('In days such as 03/04/2026, what comes first?')}</h2>
      <div role="group" aria-labelledby="order" className="bar">
        {orders.map(([one, label]) => (
          <button
            key={label}
            type="button"
            aria-pressed={order === one}
            onClick={() => ask({ action: 'dates', order: one })}
          >
            {label}
          </button>
        ))}
      </div>
      {fault}
    </section>
  );
}
