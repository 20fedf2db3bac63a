/** The editor's page: opens with the token in the address from the terminal, and shows the place that the address names. */
import { useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { contentTypeNames } from '@/model/types/entry';
import { ReachNotice, useReach } from '../../form-page/browser/reach';
import { storeToken } from '../../form-page/browser/token.client';
import { LanguageChoice, useWords, WordsProvider } from '../../form-page/browser/words';
import { connect } from './ask.client';
import { BrokenEntries } from './broken-entries';
import './editor.css';
import { EntryPage } from './entry/entry-page';
import { ListPage } from './list/list-page';
import { PicturesPage } from './pictures/pictures-page';
import { hrefOf, readPlace } from './place';

/** True if this browser keeps its storage from the page: the editor can't work then. */
function isStorageBlocked(): boolean {
  try {
    return localStorage.length < 0;
  } catch {
    return true;
  }
}

/** The fragment of the address. Each visit counts: a new entry has the same one as the new entry before. */
function useVisit() {
  const [visit, setVisit] = useState({ hash: location.hash, count: 0 });
  useEffect(() => {
    const follow = () => setVisit(({ count }) => ({ hash: location.hash, count: count + 1 }));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return visit;
}

function Navigation({ hash }: { readonly hash: string }) {
  const { t, forms } = useWords();
  const place = readPlace(hash);
  const isAt = (type: string) => 'type' in place && place.type === type;
  return (
    <nav aria-label={t('Entries')}>
      <ul>
        {contentTypeNames.map((type) => (
          <li key={type}>
            <a href={hrefOf({ at: 'list', type })} aria-current={isAt(type) ? 'page' : undefined}>
              {forms.types[type].plural}
            </a>
          </li>
        ))}
        <li>
          <a href={hrefOf({ at: 'pictures' })} aria-current={place.at === 'pictures' ? 'page' : undefined}>
            {t('Pictures')}
          </a>
        </li>
      </ul>
      <LanguageChoice />
    </nav>
  );
}

function PlacePage({ hash, count }: { readonly hash: string; readonly count: number }) {
  const place = readPlace(hash);
  switch (place.at) {
    case 'pictures':
      return <PicturesPage />;
    case 'list':
      return <ListPage key={place.type} type={place.type} />;
    case 'entry':
      return <EntryPage key={count} place={place} />;
  }
}

function Editor() {
  const [isConnected, setIsConnected] = useState(false);
  const open = useCallback(() => void connect().then((isOpen) => isOpen && setIsConnected(true)), []);
  const reach = useReach(open);
  const { hash, count } = useVisit();
  useEffect(open, [open]);
  if (!isConnected) return <ReachNotice reach={isStorageBlocked() ? 'blocked' : reach} isAlone />;
  return (
    <>
      <ReachNotice reach={reach} isAlone={false} />
      <Navigation hash={hash} />
      <BrokenEntries place={hash} />
      <PlacePage hash={hash} count={count} />
    </>
  );
}

storeToken(location.pathname);
const root = document.getElementById('page');
if (root)
  createRoot(root).render(
    <WordsProvider>
      <Editor />
    </WordsProvider>,
  );
