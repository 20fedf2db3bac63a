/** Said when an opportunity closes while somebody writes: it can't be sent any more, and no word of it is lost. */
import type { Ref } from 'react';
import type { FormWords } from './form-props';

interface Props {
  readonly words: FormWords;
  readonly focus: Ref<HTMLDivElement>;
}

export function ClosedNotice({ words, focus }: Props) {
  return (
    <div className="apply-notice" role="alert" tabIndex={-1} aria-labelledby="apply-closed" ref={focus}>
      <h3 id="apply-closed">{words.closedTitle}</h3>
      <p>{words.closed}</p>
    </div>
  );
}
