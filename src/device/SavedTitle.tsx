/** An opportunity's title: as the site has it, else as it was saved. */
import type { SavedCard } from './saved-page/saved-cards';
import type { LoadedCards } from './saved-page/saved-cards.client';

interface Props {
  readonly kept: { readonly title: string; readonly lang: string; readonly path: string };
  readonly card: SavedCard['card'] | undefined;
  readonly status: LoadedCards['status'];
}

export function SavedTitle({ kept, card, status }: Props) {
  if (card) {
    return (
      <a href={card.path} lang={card.lang}>
        {card.title}
      </a>
    );
  }
  // A deleted opportunity has no page to link to. Until that is known, the link goes to the page that it was saved
  // from.
  return status === 'ready' ? (
    <span lang={kept.lang}>{kept.title}</span>
  ) : (
    <a href={kept.path} lang={kept.lang}>
      {kept.title}
    </a>
  );
}
