/** A row of what is kept on the device: it can be taken out, and put back where it was. */
import type { ReactNode } from 'react';
import { interpolate } from '@/i18n/interpolate';
import type { SavedProps } from './saved-props';

interface Props {
  readonly item: { readonly title: string; readonly lang: string };
  readonly strings: Pick<SavedProps['strings'], 'removed' | 'undo' | 'remove'>;
  /** True where it has been taken out, and can be put back. */
  readonly isOut: boolean;
  readonly toggle: () => void;
  /** What the row says while it is in. */
  readonly children: ReactNode;
}

export function RemovableRow({ item, strings, isOut, toggle, children }: Props) {
  return (
    <li className="row">
      {isOut ? (
        <p key="out" className="row-out">
          {interpolate(strings.removed, { title: item.title })}
        </p>
      ) : (
        children
      )}
      {/* The same button in both states, so that the focus stays on it; without keys it would be made anew. */}
      <p key="do" className="row-do">
        <button type="button" className="button" onClick={toggle}>
          {isOut ? strings.undo : strings.remove}
          <span className="visually-hidden" lang={item.lang}>
            {' '}
            {item.title}
          </span>
        </button>
      </p>
    </li>
  );
}
