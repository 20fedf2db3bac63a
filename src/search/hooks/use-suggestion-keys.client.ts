import { useLayoutEffect } from 'react';

interface Keys {
  readonly box: HTMLInputElement;
  /** How many suggestions are shown. */
  readonly count: number;
  /** The place of the one that Enter takes; -1 for none. */
  readonly active: number;
  readonly setActive: (place: number) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly take: () => void;
}

/** What a key does, and whether that is all that it does; undefined for a key that isn't ours. */
function actionOf(event: KeyboardEvent, keys: Keys): (() => void) | undefined {
  const { count, active, setActive, open, close, take } = keys;
  const isOpen = count > 0;
  // From the box to the first or the last, and around.
  const step = (by: number) => setActive(active < 0 && by < 0 ? count - 1 : (active + by + count) % count);
  switch (event.key) {
    case 'ArrowDown':
      return isOpen ? () => step(1) : open;
    case 'ArrowUp':
      return isOpen ? (event.altKey ? close : () => step(-1)) : undefined;
    case 'Escape':
      return isOpen ? close : undefined;
    case 'Enter':
      return isOpen && active >= 0 ? take : undefined;
    default:
      return undefined;
  }
}

/** Keys of the box that move the caret: Enter is about what was typed again then. */
const caretKeys = new Set(['Home', 'End', 'ArrowLeft', 'ArrowRight']);

/**
 * The keys of a combobox. While an input method composes a word, its keys are its own; what it has composed so far is
 * completed all the same, since keyboards of phones compose every word.
 */
export function useSuggestionKeys(keys: Keys): void {
  useLayoutEffect(() => {
    const { box, setActive } = keys;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (caretKeys.has(event.key)) setActive(-1);
      const action = actionOf(event, keys);
      if (!action) return;
      event.preventDefault();
      action();
    };
    box.addEventListener('keydown', press);
    return () => box.removeEventListener('keydown', press);
  });
}
