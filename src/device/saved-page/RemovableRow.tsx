/** A row of a stored list: it can be removed, and restored in its place. */
import type { ReactNode } from 'react';
import type { SavedIslandProps } from './saved-props';

interface Props {
  readonly item: { readonly title: string; readonly lang: string };
  readonly t: SavedIslandProps['t'];
  /** True if it has been removed and can be restored. */
  readonly isRemoved: boolean;
  readonly toggle: () => void;
  /** True for one that is laid out as an opportunity in a list. */
  readonly isCard?: boolean;
  /** The content of the row while it isn't removed. */
  readonly children: ReactNode;
}

export function RemovableRow({ item, t, isRemoved, toggle, isCard = false, children }: Props) {
  return (
    <li className={isCard && !isRemoved ? 'row row-card' : 'row'}>
      {isRemoved ? (
        <p key="out" className="row-out">
          {t('saved.removed', { title: item.title })}
        </p>
      ) : (
        children
      )}
      {/* The same button in both states, so that it keeps the focus; without keys it would be replaced. */}
      <p key="do" className="row-do">
        <button type="button" className="button" onClick={toggle}>
          {isRemoved ? t('saved.undo') : t('saved.remove')}
          <span className="visually-hidden" lang={item.lang}>
            {' '}
            {item.title}
          </span>
        </button>
      </p>
    </li>
  );
}
