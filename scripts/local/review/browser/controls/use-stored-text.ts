/** A text that is stored while it is typed. What couldn't be stored stays, and is sent again. */
import { useEffect, useRef, useState } from 'react';
import { RequestError } from '../../../form-page/browser/ask.client';
import { readChanged } from '../ask.client';

/** How long (ms) after the last letter a text is stored. */
const pause = 500;

/** How long (ms) until what couldn't be stored is sent again. */
const retry = 3000;

type StoreState =
  | { readonly is: 'same' | 'typed' | 'stored' | 'waiting' }
  /** Something else was chosen elsewhere. */
  | { readonly is: 'changed'; readonly current: string }
  | { readonly is: 'refused'; readonly reason: string };

/** Stores a text; `seen` is what was shown before it was typed. A quiet one leaves the page as it is. */
type StoreText = (text: string, seen: string, isQuiet: boolean) => Promise<void>;

export interface StoredText {
  readonly text: string;
  readonly state: StoreState;
  readonly type: (text: string) => void;
  /** Stores what was typed, or another text, and shows what follows from it. */
  readonly commit: (text?: string) => void;
  /** After a change elsewhere: takes that, or overwrites it. */
  readonly settle: (keepMine: boolean) => void;
}

export function useStoredText(given: string, store: StoreText): StoredText {
  const [text, setText] = useState(given);
  const [state, setState] = useState<StoreState>({ is: 'same' });
  // `isHeld`: another choice was made elsewhere, and a person decides first.
  // `seen` is what the server has, as far as this page knows; `shown` is the text of which the page shows what follows.
  const now = useRef({
    text: given,
    seen: given,
    shown: given,
    isHeld: false,
    isSending: false,
    isQuiet: true,
    timer: 0,
  });
  const save = useRef(store);
  save.current = store;

  const send = async (isQuiet: boolean): Promise<void> => {
    const own = now.current;
    clearTimeout(own.timer);
    own.isQuiet = isQuiet;
    // The one under way sends the latest text when it is done.
    if (own.isSending || own.isHeld) return;
    own.isSending = true;
    try {
      for (;;) {
        const { text: wanted, isQuiet: wasQuiet } = own;
        await save.current(wanted, own.seen, wasQuiet);
        own.seen = wanted;
        if (!wasQuiet) own.shown = wanted;
        if (own.text === wanted && own.isQuiet === wasQuiet) break;
      }
      setState({ is: 'stored' });
    } catch (error) {
      const reason = error instanceof RequestError ? error.reason : 'refused';
      const current = readChanged(error);
      if (current !== undefined) {
        own.isHeld = true;
        setState({ is: 'changed', current });
      } else if (reason === 'refused') {
        setState({ is: 'refused', reason: error instanceof Error ? error.message : String(error) });
      } else {
        setState({ is: 'waiting' });
        own.timer = window.setTimeout(() => void send(own.isQuiet), retry);
      }
    } finally {
      own.isSending = false;
    }
  };

  useEffect(() => {
    const own = now.current;
    // Something was chosen elsewhere, and nothing is typed here.
    if (own.text !== own.seen || given === own.seen) return;
    Object.assign(own, { text: given, seen: given, shown: given });
    setText(given);
    setState({ is: 'same' });
  }, [given]);

  useEffect(() => {
    const own = now.current;
    const warn = (event: BeforeUnloadEvent) => {
      if (own.text !== own.seen) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
      clearTimeout(own.timer);
      // The row leaves the page while something is typed in it.
      if (own.text !== own.seen && !own.isSending)
        void save.current(own.text, own.seen, true).catch(() => undefined);
    };
  }, []);

  const type = (typed: string) => {
    const own = now.current;
    own.text = typed;
    setText(typed);
    if (own.isHeld) return;
    setState({ is: 'typed' });
    clearTimeout(own.timer);
    own.timer = window.setTimeout(() => void send(true), pause);
  };

  return {
    text,
    state,
    type,
    commit: (chosen) => {
      const own = now.current;
      if (chosen !== undefined) {
        own.text = chosen;
        setText(chosen);
      }
      if (own.text !== own.shown || own.isSending) void send(false);
    },
    settle: (keepMine) => {
      const own = now.current;
      if (state.is !== 'changed') return;
      own.isHeld = false;
      own.seen = state.current;
      if (!keepMine) {
        own.text = state.current;
        setText(state.current);
      }
      void send(false);
    },
  };
}
