/** Says which entries the site can't show as they are in their files. */
import { useState } from 'react';
import { useFresh } from '@scripts/forms/ui/use-fresh';
import { ask } from './ask.client';
import { hrefOf } from './place';
import { useWords } from '../../form-page/browser/words';
import type { BrokenEntry } from '../api';

/** They are asked for again at another place. */
export function BrokenEntries({ place }: { readonly place: string }) {
  const { t, locale } = useWords();
  const [closed, setClosed] = useState('');
  const { value: broken = [] } = useFresh(
    () => ask<readonly BrokenEntry[]>({ action: 'broken', locale }),
    [locale, place],
  );
  const key = broken.map(({ text }) => text).join('\n');
  if (broken.length === 0 || key === closed) return null;
  return (
    <div role="alert" className="notice is-refused">
      <p>
        {t(
          'The site can’t show these entries as they are now, and shows their last good version, if there is one',
        )}
      </p>
      <ul>
        {broken.map(({ type, id, text }) => (
          <li key={text}>
            <a href={hrefOf({ at: 'entry', type, id })}>{id}</a>: {text}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => setClosed(key)}>
        {t('Close')}
      </button>
    </div>
  );
}
