/** How the page reaches its server, and the notice where it doesn't. */
import { useEffect, useSyncExternalStore } from 'react';
import { followReach, readReach, type Reach } from './ask.client';
import { storeToken, tokenKey } from './token.client';
import { useWords } from './words';

/**
 * Follows how the server is reached. Calls a function when the page has another key, from here or from another tab. Hooks that
 * come after it don't hear of the key as an address.
 */
export function useReach(onKey: () => void): Reach {
  const reach = useSyncExternalStore(followReach, readReach);
  useEffect(() => {
    const follow = (event: HashChangeEvent) => {
      if (!storeToken(event.oldURL)) return;
      event.stopImmediatePropagation();
      onKey();
    };
    const followStorage = ({ key }: StorageEvent) => {
      if (key === tokenKey) onKey();
    };
    addEventListener('hashchange', follow);
    addEventListener('storage', followStorage);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('storage', followStorage);
    };
  }, [onKey]);
  return reach;
}

interface NoticeProps {
  readonly reach: Reach | 'blocked';
  /** True where there is nothing else on the page. */
  readonly isAlone: boolean;
}

/** Says what to do where the server isn't reached. */
export function ReachNotice({ reach, isAlone }: NoticeProps) {
  const { t } = useWords();
  const texts: Partial<Record<NoticeProps['reach'], readonly [heading: string, text: string]>> = {
    closed: [
      t('Open this page from the terminal'),
      t(
        'It needs the key in the address that the terminal prints for it, such as {address}. Open that address in this browser. Each start prints a new one.',
        { address: `${location.origin}${location.pathname}#token=…` },
      ),
    ],
    stale: [
      t('The server was started again'),
      t(
        'Open the address that the terminal prints now, in this tab or in another one. What you typed stays here, and can be saved then.',
      ),
    ],
    silent: [
      t('The server doesn’t answer'),
      t('Start the same command again. Everything that was stored is there then.'),
    ],
    blocked: [
      t('This browser blocks the editor’s storage'),
      t(
        'The editor needs it for its key, and to keep a copy of what you type. Allow {site} to store data in the browser’s settings, then load this page again.',
        { site: location.host },
      ),
    ],
  };
  const [heading, text] = texts[reach] ?? [];
  if (heading === undefined) return null;
  const Heading = isAlone ? 'h1' : 'p';
  const Holder = isAlone ? 'main' : 'div';
  return (
    <Holder role={isAlone ? undefined : 'alert'} className="notice is-refused">
      <Heading className="heading">{heading}</Heading>
      <p>{text}</p>
    </Holder>
  );
}
