/** The visitor's page: the log of applications, and saved opportunities. */
import { useState, type ReactNode } from 'react';
import { translateIsland } from '@/i18n/create-translate';
import { appliedList, storeSubmission } from '../applied/applied-log.client';
import { AppliedRow } from '../applied/AppliedRow';
import { createReply } from '../applied/reply';
import { addReplyReport } from '../applied/reply-status';
import { useWithdrawals } from '../applied/use-withdrawals.client';
import { createWithdrawal } from '../applied/withdrawal';
import { savedStore, type SavedItem } from '../saved/saved-store';
import type { AppliedItem } from '../storage/application/applied-item';
import { newSubmissionId } from '../storage/application/submission-id';
import { RemovableRow } from './RemovableRow';
import { useCards, useNow } from './saved-cards.client';
import type { SavedIslandProps, SavedProps } from './saved-props';
import { SavedRow } from './SavedRow';
import { storedList, useList, type EditableList } from './use-list.client';

interface Props extends SavedProps {
  /** The part after the saved opportunities. */
  readonly between?: (props: SavedIslandProps) => ReactNode;
}

const savedList = storedList(savedStore);

/** An opportunity that closes within so many days stands first. */
const soonMs = 7 * 86_400_000;

export default function Saved({ between, ...received }: Props) {
  const [props] = useState<SavedIslandProps>(() => ({
    ...received,
    t: translateIsland(received.locale, received.strings),
  }));
  const { t, locale, searchPath, reply } = props;
  const saved = useList(savedList);
  const applied = useList(appliedList);
  const [said, setSaid] = useState('');
  const [isUnstored, setUnstored] = useState(false);
  const withdrawals = useWithdrawals();
  const ids = [...saved.shown.map(({ id }) => id), ...applied.shown.map(({ opportunity }) => opportunity)];
  const cards = useCards(props, ids);
  const now = useNow(cards.byId);
  const closesAt = ({ id, closesAt: noted }: SavedItem) => {
    const card = cards.byId.get(id)?.card;
    return card ? (card.status === 'open' ? card.closesAt : undefined) : noted;
  };
  const soonest = (item: SavedItem) => {
    const at = closesAt(item) ?? Infinity;
    return at > now && at - now <= soonMs ? at : Infinity;
  };
  // The rest stays in its order; Infinity - Infinity is no number.
  const inOrder = saved.shown.toSorted((a, b) => soonest(a) - soonest(b) || 0);

  function toggle<Item extends { readonly id: string; readonly title: string }>(
    list: EditableList<Item>,
    item: Item,
  ) {
    if (list.isRemoved(item)) {
      list.restore(item);
      setSaid('');
    } else {
      list.remove(item);
      setSaid(t('saved.removed', { title: item.title }));
    }
  }

  async function tell(item: AppliedItem, answer: 'yes' | 'no') {
    const next = addReplyReport(item, answer, Date.now(), newSubmissionId);
    if (!reply || !next.told || !(await storeSubmission(createReply(next, next.told, reply)))) {
      setUnstored(true);
      return;
    }
    await applied.replace(next);
    location.assign(reply.thanksPath);
  }

  async function withdraw(item: AppliedItem) {
    const withdrawal = createWithdrawal(item, {
      locale,
      title: t('applied.withdraw.subject', { title: item.title }),
      logPath: location.pathname,
    });
    setUnstored(withdrawal === undefined || !(await storeSubmission(withdrawal)));
  }

  if (now === 0) return <p className="saved-loading" data-text={t('saved.loading')} />;
  const problem = saved.problem ?? applied.problem ?? (isUnstored ? 'forbidden' : undefined);

  return (
    <div className="saved">
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {problem && (
        <p className="notice" role="alert">
          {t(`storage.${problem}`)}
        </p>
      )}
      {cards.status === 'error' && (
        <div className="notice" role="alert">
          <p>{t('saved.error')}</p>
          <p>
            <button type="button" className="button" onClick={cards.retry}>
              {t('saved.retry')}
            </button>
          </p>
        </div>
      )}
      <section aria-labelledby="applied">
        <h2 id="applied">{t('applied.title')}</h2>
        {reply && applied.shown.length > 0 && <p>{t('applied.telling')}</p>}
        {applied.shown.length > 0 ? (
          <ul className="rows">
            {applied.shown.map((item) => (
              <RemovableRow
                key={item.id}
                item={item}
                t={t}
                isRemoved={applied.isRemoved(item)}
                toggle={() => toggle(applied, item)}
              >
                <AppliedRow
                  key="row"
                  item={item}
                  card={cards.byId.get(item.opportunity)?.card}
                  status={cards.status}
                  props={props}
                  now={now}
                  change={(next) => void applied.replace(next)}
                  reportReply={(answer) => void tell(item, answer)}
                  withdrawal={withdrawals.get(item.id)}
                  withdraw={() => void withdraw(item)}
                />
              </RemovableRow>
            ))}
          </ul>
        ) : (
          <p>{t('applied.empty')}</p>
        )}
      </section>
      <section aria-labelledby="saved-list">
        <h2 id="saved-list">{t('saved.list')}</h2>
        {saved.shown.length > 0 && (
          <ul className="rows">
            {inOrder.map((item) => (
              <RemovableRow
                key={item.id}
                isCard
                item={item}
                t={t}
                isRemoved={saved.isRemoved(item)}
                toggle={() => toggle(saved, item)}
              >
                <SavedRow
                  key="row"
                  item={item}
                  cards={cards}
                  props={props}
                  now={now}
                  isSoon={soonest(item) < Infinity}
                />
              </RemovableRow>
            ))}
          </ul>
        )}
        {saved.items.length === 0 && (
          <>
            <p>
              <strong>{t('saved.empty')}</strong> {t('saved.empty.hint')}
            </p>
            <p>
              <a className="button" href={searchPath}>
                {t('saved.look')}
              </a>
            </p>
          </>
        )}
      </section>
      {between?.(props)}
    </div>
  );
}
