/** The columns of the sheet, with examples of their values, and the field of each. */
import { useWords } from '../../form-page/browser/words';
import { useChange, useReview } from './use-review';

export function Columns() {
  const { view } = useReview();
  const { ask, fault } = useChange();
  const { t } = useWords();
  const { columns, fields } = view;
  const passedOver = columns.filter(({ field }) => field === null).length;
  return (
    <details>
      <summary>
        {t('Columns of the sheet')} <span className="count">{columns.length}</span>{' '}
        {passedOver > 0 && `· ${t('not imported: {count}', { count: String(passedOver) })}`}
      </summary>
      <p>{t('What you choose here holds for every row.')}</p>
      {fault}
      <dl className="sheet-columns">
        {columns.map(({ column, field, examples, isGuess }, index) => (
          <div key={column} className="grid">
            <dt>
              <label htmlFor={`column-${index}`}>{column}</label>
            </dt>
            <dd className="note">
              {examples.join(' · ')} {isGuess && <em>{t('Understood by its values')}</em>}
            </dd>
            <dd>
              <select
                id={`column-${index}`}
                value={field ?? ''}
                onChange={({ target }) =>
                  ask({ action: 'column', column, field: target.value === '' ? null : target.value })
                }
              >
                <option value="">{t('Not imported')}</option>
                {fields.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
