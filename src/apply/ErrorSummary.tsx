/** Everything that is wrong, at the top of the form, with links to the fields. It takes the focus when it comes. */
import type { MouseEvent, Ref } from 'react';
import { controlId } from './Field';

interface Props {
  readonly title: string;
  readonly problems: readonly { readonly name: string; readonly message: string }[];
  readonly focus: Ref<HTMLDivElement>;
}

export function ErrorSummary({ title, problems, focus }: Props) {
  return (
    <div className="apply-notice" role="alert" tabIndex={-1} aria-labelledby="apply-summary" ref={focus}>
      <h3 id="apply-summary">{title}</h3>
      <ul>
        {problems.map(({ name, message }) => (
          <li key={name}>
            <a href={`#${controlId(name)}`} onClick={goToField}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Focuses the field without leaving an entry in the history, and shows its label, not only its control. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(event.currentTarget.hash.slice(1));
  if (!control) return;
  event.preventDefault();
  control.focus({ preventScroll: true });
  (control.closest('.apply-field') ?? control).scrollIntoView();
}
