/** A text that is stored while it is typed. What couldn't be stored stays, and is sent again. */
import { useEffect, useRef, useState } from 'react';
import { RequestError } from '../../../form-page/browser/ask.client';

/** How long (ms) after the last letter a text is stored. */
const pause = 500;

/** How long (ms) until what couldn't be stored is sent again. */
const retry = 3000;

/** `waiting`: there was no answer. `refused`: a person decides first what counts; the server has `present`. */
type StoreState =
  | { readonly is: 'same' | 'stored' | 'waiting' }
  | { readonly is: 'refused'; readonly error: unknown; readonly present: string };

/** Stores a text; `seen` is what was there before. A quiet one leaves the page as it is. */
type StoreText = (text: string, seen: string, isQuiet: boolean) => Promise<void>;

export function useStoredText(given: string, store: StoreText) {
  const [text, setText] = useState(given);
  const [state, setState] = useState<StoreState>({ is: 'same' });
  // `stored` is what the server has, as far as this page knows; `shown` is the text of which the page shows what follows.
  const { current: own } = useRef({
    text: given,
    stored: given,
    shown: given,
    store,
    isHeld: false,
    timer: 0,
    last: Promise.resolve(),
  });
  own.store = store;

  const send = (isQuiet: boolean): void => {
    clearTimeout(own.timer);
    // One after another, each with the text as it is then.
    own.last = own.last.then(async () => {
      const { text: sent, stored } = own;
      try {
        await own.store(sent, stored, isQuiet);
        own.stored = sent;
        if (!isQuiet) own.shown = sent;
        setState({ is: own.text === sent ? 'stored' : 'same' });
      } catch (error) {
        const reason = error instanceof RequestError ? error.reason : 'refused';
        own.isHeld = reason === 'refused' || reason === 'changed';
        if (error instanceof RequestError && reason === 'changed')
          own.stored = (error.details as { readonly present: string }).present;
        setState(own.isHeld ? { is: 'refused', error, present: own.stored } : { is: 'waiting' });
        if (!own.isHeld) own.timer = window.setTimeout(() => send(isQuiet), retry);
      }
    });
  };

  const write = (written: string): void => {
    own.text = written;
    setText(written);
  };

  useEffect(() => {
    const isTyped = own.text !== own.stored;
    if (given === own.stored) return;
    Object.assign(own, { stored: given, shown: given });
    // Something was chosen elsewhere. What is typed here stays.
    if (isTyped) return;
    write(given);
    setState({ is: 'same' });
  }, [given]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (own.text !== own.stored) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
      // The row leaves the page while something is typed in it.
      if (own.text !== own.stored && !own.isHeld) send(true);
    };
  }, []);

  return {
    text,
    state,
    type: (typed: string) => {
      write(typed);
      if (own.isHeld) return;
      setState({ is: 'same' });
      clearTimeout(own.timer);
      own.timer = window.setTimeout(() => send(true), pause);
    },
    /** Stores what was typed, or a text that was chosen, and shows what follows from it. */
    commit: (chosen?: string) => {
      if (own.isHeld && chosen === undefined) return;
      own.isHeld = false;
      if (chosen !== undefined) write(chosen);
      if (own.text !== own.shown) send(false);
      else setState({ is: 'same' });
    },
  };
}
