/** An opportunity's title: as the site has it, else as it was kept. */
import type { SavedCard } from './saved/card';
import type { LoadedCards } from './saved-page/use-cards.client';

interface Props {
  readonly kept: { readonly title: string; readonly lang: string; readonly path: string };
  readonly card: SavedCard | undefined;
  readonly status: LoadedCards['status'];
}

export function Title({ kept, card, status }: Props) {
  if (card) {
    return (
      <a href={card.path} lang={card.lang}>
        {card.title}
      </a>
    );
  }
  // Not on the site any more: there is no page to lead to. Until that is sure, the page that it was kept from.
  return status === 'ready' ? (
    <span lang={kept.lang}>{kept.title}</span>
  ) : (
    <a href={kept.path} lang={kept.lang}>
      {kept.title}
    </a>
  );
}
