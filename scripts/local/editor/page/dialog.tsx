/** A question that must be answered before anything else goes on. Escape answers it with no. */
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../../form-page/browser/words';

interface DialogProps {
  readonly heading: string;
  /** The text of the button that answers with yes. */
  readonly submit: string;
  readonly children?: ReactNode;
  readonly onSubmit: (answers: FormData) => void;
  readonly onCancel: () => void;
}

export function Dialog({ heading, submit, children, onSubmit, onCancel }: DialogProps) {
  const { t } = useWords();
  const holder = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = holder.current;
    dialog?.showModal();
    // Gives the focus back.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={holder}
      aria-labelledby="dialog-heading"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
      >
        {/* A screen reader starts with the explanation, not with the first choice. */}
        <h2 id="dialog-heading" tabIndex={-1} autoFocus>
          {heading}
        </h2>
        {children}
        <div className="bar">
          <button type="submit" className="is-main">
            {submit}
          </button>
          <button type="button" onClick={onCancel}>
            {t('Cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
