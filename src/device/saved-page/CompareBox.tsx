/** The box of a saved opportunity that chooses it for the comparison. */
import type { SavedIslandProps } from './saved-props';

/** The most that are compared, for screens and for readers. */
export const maxCompared = 4;

interface Props {
  readonly item: { readonly title: string; readonly lang: string };
  readonly t: SavedIslandProps['t'];
  readonly isChosen: boolean;
  /** True if the maximum is chosen. */
  readonly isFull: boolean;
  /** True if the comparison is shown. */
  readonly isShown: boolean;
  readonly choose: (chosen: boolean) => void;
}

export function CompareBox({ item, t, isChosen, isFull, isShown, choose }: Props) {
  return (
    <p className="saved-compare">
      <label>
        <input
          type="checkbox"
          checked={isChosen}
          disabled={isFull && !isChosen}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        {t('compare')}
        <span className="visually-hidden" lang={item.lang}>
          {' '}
          {item.title}
        </span>
      </label>
      {isChosen && isShown && <a href="#compare">{t('compare.title')}</a>}
    </p>
  );
}
