/**
 * The visitor's page: the log of applications, saved opportunities with their comparison, and the transfer of both to
 * another device.
 */
import { useState, type ReactNode } from 'react';
import { translateIsland } from '@/i18n/create-translate';
import type { AppliedItem } from '../storage/application/applied-item';
import { appliedList } from '../applied/applied-log.client';
import { addReplyReport } from '../applied/reply-status';
import { AppliedRow } from '../applied/AppliedRow';
import { CompareBox, maxCompared } from './CompareBox';
import { storeSubmission } from '../applied/store-submission.client';
import { createReply } from '../applied/reply';
import { RemovableRow } from './RemovableRow';
import type { SavedIslandProps, SavedProps } from './saved-props';
import { savedStore, type SavedItem } from '../saved/saved-store';
import { SavedRow } from './SavedRow';
import { newSubmissionId } from '../storage/application/submission-id';
import { Transfer } from './Transfer';
import { useCards, useNow } from './use-cards.client';
import { storedList, useList, type EditableList } from './use-list.client';
import { useWithdrawals } from '../applied/use-withdrawals.client';
import { createWithdrawal } from '../applied/withdrawal';

interface Props extends SavedProps {
  /** The part after the saved opportunities and their comparison. */
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
  const { t, locale, searchPath, fitPath, reply } = props;
  const saved = useList(savedList);
  const applied = useList(appliedList);
  const [chosen, setChosen] = useState<readonly string[]>([]);
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
  const compared = saved.items.filter(({ id }) => chosen.includes(id) && cards.byId.has(id));

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
              <AppliedRow
                key={item.id}
                item={item}
                card={cards.byId.get(item.opportunity)?.card}
                status={cards.status}
                props={props}
                now={now}
                isRemoved={applied.isRemoved(item)}
                toggle={() => toggle(applied, item)}
                change={(next) => void applied.replace(next)}
                reportReply={(answer) => void tell(item, answer)}
                withdrawal={withdrawals.get(item.id)}
                withdraw={() => void withdraw(item)}
              />
            ))}
          </ul>
        ) : (
          <p>{t('applied.empty')}</p>
        )}
      </section>
      <section aria-labelledby="saved-list">
        <h2 id="saved-list">{t('saved.list')}</h2>
        {saved.items.length > 1 && (
          <p>{compared.length < maxCompared ? t('compare.hint') : t('compare.full')}</p>
        )}
        {saved.items.length > 0 && (
          <p className="saved-fit">
            <a href={fitPath}>{cards.hasAnswers ? t('fit.change') : t('saved.fit')}</a>
          </p>
        )}
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
                >
                  {saved.items.length > 1 && (
                    <CompareBox
                      item={item}
                      t={t}
                      isChosen={compared.includes(item)}
                      isFull={compared.length >= maxCompared}
                      isShown={compared.length > 1}
                      choose={(choose) =>
                        setChosen([...chosen.filter((id) => id !== item.id), ...(choose ? [item.id] : [])])
                      }
                    />
                  )}
                </SavedRow>
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
      {compared.length > 1 && cards.parts && (
        <cards.parts.ComparisonTable
          cards={compared.flatMap(({ id }) => cards.byId.get(id) ?? [])}
          props={props}
          now={now}
        />
      )}
      {between?.(props)}
      <Transfer {...props} />
    </div>
  );
}
