/** The section with saved searches. What checks them is loaded only where there are some. */
import { useEffect, useState } from 'react';
import { searchesKey } from '@/device/storage/keys';
import { onStorageChange, readStoredText } from '@/device/storage/storage.client';
import type { SearchesSectionProps } from './searches-props';

const load = () => import('./saved-searches-list');

export function SearchesSection(props: SearchesSectionProps) {
  const { t, locale, searchPaths } = props;
  const [hasSome, setSome] = useState(false);
  useEffect(() => {
    const read = () => setSome((had) => had || readStoredText(searchesKey) !== null);
    read();
    return onStorageChange(read);
  }, []);
  const [part, setPart] = useState<Awaited<ReturnType<typeof load>>>();
  useEffect(() => {
    // Without it, the section stays empty: the searches are loaded with the page when there is a connection again.
    if (hasSome) load().then(setPart, () => {});
  }, [hasSome]);
  return (
    <section aria-labelledby="searches">
      <h2 id="searches">{t('searches.title')}</h2>
      {hasSome ? (
        part && <part.SavedSearchesList {...props} />
      ) : (
        <>
          <p>
            <strong>{t('searches.empty')}</strong> {t('searches.empty.hint')}
          </p>
          <p>
            <a className="button" href={searchPaths[locale]}>
              {t('searches.look')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
