import { useLayoutEffect } from 'react';

interface Keys {
  readonly box: HTMLInputElement;
  /** The number of suggestions. */
  readonly count: number;
  /** The index of the suggestion that Enter accepts; -1 for none. */
  readonly active: number;
  readonly setActive: (place: number) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly accept: () => void;
}

/** The action of a key; undefined for a key that isn't handled. */
function keyAction(event: KeyboardEvent, keys: Keys): (() => void) | undefined {
  const { count, active, setActive, open, close, accept } = keys;
  const isOpen = count > 0;
  // From the box to the first or the last suggestion, and around.
  const step = (by: number) => setActive(active < 0 && by < 0 ? count - 1 : (active + by + count) % count);
  switch (event.key) {
    case 'ArrowDown':
      return isOpen ? () => step(1) : open;
    case 'ArrowUp':
      return isOpen ? (event.altKey ? close : () => step(-1)) : undefined;
    case 'Escape':
      return isOpen ? close : undefined;
    case 'Enter':
      return isOpen && active >= 0 ? accept : undefined;
    default:
      return undefined;
  }
}

/** Keys of the box that move the caret: after them Enter submits the typed text. */
const caretKeys = new Set(['Home', 'End', 'ArrowLeft', 'ArrowRight']);

/**
 * The keys of a combobox. While an input method composes a word, it keeps its keys; the composed text is completed all
 * the same, since phone keyboards compose every word.
 */
export function useSuggestionKeys(keys: Keys): void {
  useLayoutEffect(() => {
    const { box, setActive } = keys;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (caretKeys.has(event.key)) setActive(-1);
      const action = keyAction(event, keys);
      if (!action) return;
      event.preventDefault();
      action();
    };
    box.addEventListener('keydown', press);
    return () => box.removeEventListener('keydown', press);
  });
}
