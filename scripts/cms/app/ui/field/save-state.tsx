/** Says that what is shown isn't stored, and what to do about it. */
import { useRef } from 'react';
import type { EditorText } from '@/i18n/editor';
import { useWords } from '@scripts/forms/ui/words';
import type { Refusal } from './refusal';

const reasons: Readonly<Record<Refusal, EditorText>> = {
  permission:
    'Contentful didn’t save this: you aren’t allowed to change it. Ask the people who run the space for permission, then save again.',
  conflict:
    'This wasn’t saved: someone else changed the entry meanwhile. What you wrote is still here. Save again. If that doesn’t help, copy it and reload the page.',
  other: 'This wasn’t saved. What you wrote is still here. Check your connection, then save again.',
};

interface SaveStateProps {
  readonly refusal: Refusal | undefined;
  readonly isSlow: boolean;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

export function SaveState({ refusal, isSlow, onRetry, onDiscard }: SaveStateProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  // The buttons go away: focus stays in the field.
  const leave = (act: () => void) => () => {
    act();
    requestAnimationFrame(() =>
      box.current?.closest('main')?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(),
    );
  };
  return (
    <div ref={box}>
      <p role="status" className="help">
        {isSlow && t('Still saving. Keep this page open.')}
      </p>
      <div role="alert">
        {refusal && (
          <>
            <p className="is-fault">{t(reasons[refusal])}</p>
            <p className="bar">
              <button type="button" onClick={leave(onRetry)}>
                {t('Save again')}
              </button>
              <button type="button" onClick={leave(onDiscard)}>
                {t('Use what is stored')}
              </button>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
