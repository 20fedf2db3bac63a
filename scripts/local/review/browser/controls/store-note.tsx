/** The state of a text: stored, waiting, or changed elsewhere. */
import { useReview } from '../use-review';
import type { StoredText } from './use-stored-text';

export function StoreNote({ state, settle, id }: Pick<StoredText, 'state' | 'settle'> & { id: string }) {
  const { t } = useReview();
  if (state.is === 'changed') {
    return (
      <div className="note is-problem" role="alert" id={id}>
        <p>{t('This was changed elsewhere to “{text}”.', { text: state.current })}</p>
        <button type="button" onClick={() => settle(false)}>
          {t('Keep that')}
        </button>
        <button type="button" onClick={() => settle(true)}>
          {t('Use mine')}
        </button>
      </div>
    );
  }
  const text =
    state.is === 'waiting'
      ? t('Not stored yet: the server doesn’t answer. What you typed stays here, and is sent when it’s back.')
      : state.is === 'refused'
        ? t.filled(state.reason)
        : state.is === 'stored'
          ? t('Stored')
          : '';
  return (
    <p className={state.is === 'stored' ? 'note' : 'note is-problem'} role="status" id={id}>
      {text}
    </p>
  );
}
