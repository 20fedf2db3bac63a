/** The editor's page: opens with the token in the address from the terminal, and shows the place that the address names. */
import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { contentTypeNames } from '@/model/types/entry';
import { onStale, RequestError } from '../../form-page/browser/ask.client';
import { findToken, readToken, storeToken, tokenKey } from '../../form-page/browser/token.client';
import { LanguageChoice, useWords, WordsProvider } from '../../form-page/browser/words';
import { languageCookie } from '../language-cookie';
import { ask } from './ask.client';
import { BrokenEntries } from './broken-entries';
import './editor.css';
import { EntryPage } from './entry/entry-page';
import { createHost, HostProvider } from './host.client';
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

/** Whether the server takes the token. `stale`: it did, and was started again. */
type Access = 'asking' | 'open' | 'closed' | 'stale' | 'failed' | 'blocked';

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

function useAccess(): readonly [Access, string] {
  const [access, setAccess] = useState<Access>(isStorageBlocked() ? 'blocked' : 'asking');
  const [failure, setFailure] = useState('');
  useEffect(() => {
    if (access === 'blocked') return undefined;
    let wasOpen = false;
    const connect = async (): Promise<Access | undefined> => {
      try {
        const isRight = readToken() !== '' && Boolean(await ask({ action: 'connect' }));
        wasOpen ||= isRight;
        return isRight ? 'open' : wasOpen ? 'stale' : 'closed';
      } catch (error) {
        if (error instanceof RequestError && error.reason === 'stale') return wasOpen ? 'stale' : 'closed';
        setFailure(error instanceof Error ? error.message : String(error));
        // A form that is open stays.
        return wasOpen ? undefined : 'failed';
      }
    };
    const open = () => void connect().then((found) => setAccess((before) => found ?? before));
    const follow = (event: HashChangeEvent) => {
      if (findToken(event.newURL) === undefined) return;
      event.stopImmediatePropagation();
      storeToken(wasOpen ? event.oldURL : location.pathname);
      open();
    };
    const followStorage = ({ key }: StorageEvent) => {
      if (key === tokenKey) open();
    };
    onStale(() => wasOpen && setAccess('stale'));
    addEventListener('hashchange', follow, { capture: true });
    addEventListener('storage', followStorage);
    open();
    return () => {
      removeEventListener('hashchange', follow, { capture: true });
      removeEventListener('storage', followStorage);
    };
  }, []);
  return [access, failure];
}

/** What is said in place of the editor, or above it. */
function AccessNotice({ access, failure }: { readonly access: Access; readonly failure: string }) {
  const { t } = useWords();
  const texts: Partial<Record<Access, readonly string[]>> = {
    stale: [
      t('The editor was started again'),
      t(
        'Open the address that the terminal prints for the editor now, in this tab or in another one. What you typed stays here, and you can save it then.',
      ),
    ],
    closed: [
      t('Open the editor from the terminal'),
      t('This page needs the key in the address that npm run dev prints after “Editor”. It looks like this:'),
      `${location.origin}/admin/#token=…`,
      t('Open that address in this browser. Each start of npm run dev prints a new one.'),
    ],
    failed: [t('The editor can’t be opened'), t.filled(failure)],
    blocked: [
      t('This browser blocks the editor’s storage'),
      t(
        'The editor needs it for its key, and to keep a copy of what you type. Allow {site} to store data in the browser’s settings, then load this page again.',
        { site: location.host },
      ),
    ],
  };
  const [heading, ...lines] = texts[access] ?? [];
  if (heading === undefined) return null;
  const isOpen = access === 'stale';
  const Heading = isOpen ? 'p' : 'h1';
  const Holder = isOpen ? 'div' : 'main';
  return (
    <Holder role={isOpen ? 'alert' : undefined} className="access notice is-refused">
      <Heading className="heading">{heading}</Heading>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Holder>
  );
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

function Editor({ access, failure }: { readonly access: Access; readonly failure: string }) {
  const { locale } = useWords();
  const { hash, count } = useVisit();
  useEffect(() => {
    document.cookie = languageCookie(locale);
  }, [locale]);
  const host = useMemo(() => createHost(locale), [locale]);
  if (access !== 'open' && access !== 'stale') return <AccessNotice access={access} failure={failure} />;
  return (
    <HostProvider value={host}>
      <AccessNotice access={access} failure={failure} />
      <Navigation hash={hash} />
      <BrokenEntries place={hash} />
      <PlacePage hash={hash} count={count} />
    </HostProvider>
  );
}

function Page() {
  const [access, failure] = useAccess();
  if (access === 'asking') return null;
  return (
    <WordsProvider>
      <Editor access={access} failure={failure} />
    </WordsProvider>
  );
}

if (!isStorageBlocked()) storeToken(location.pathname);
const root = document.getElementById('page');
if (root) createRoot(root).render(<Page />);
