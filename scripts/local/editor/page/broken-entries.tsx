/** Says which entries the site can't show as they are in their files. */
import { useEffect, useState } from 'react';
import { ask } from './ask.client';
import { hrefOf } from './place';
import { useWords } from '../../form-page/browser/words';
import type { BrokenEntry } from '../entry/broken-entries';

export function BrokenEntries() {
  const { t, locale } = useWords();
  const [broken, setBroken] = useState<readonly BrokenEntry[]>([]);
  const [closed, setClosed] = useState('');
  useEffect(() => {
    const load = () =>
      void ask<readonly BrokenEntry[]>({ action: 'broken', locale }).then(setBroken, () => undefined);
    load();
    addEventListener('focus', load);
    addEventListener('hashchange', load);
    return () => {
      removeEventListener('focus', load);
      removeEventListener('hashchange', load);
    };
  }, [locale]);
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
