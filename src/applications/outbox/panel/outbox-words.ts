/** What any page says of something that was sent from it, or could not be: loaded only then. */
import type { Translate } from '@/i18n/translate';

export interface OutboxWords {
  /** With gaps for `{title}` and `{id}`; of an application, and of anything else. */
  readonly sent: string;
  readonly sentMessage: string;
  /** With a gap for `{title}`. */
  readonly refused: string;
  readonly refusedLink: string;
}

export const outboxWords = (t: Translate): OutboxWords => ({
  sent: t('outbox.sent'),
  sentMessage: t('outbox.sent.other'),
  refused: t('outbox.refused'),
  refusedLink: t('outbox.refused.link'),
});
