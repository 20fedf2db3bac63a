/** The strings for news about a submission on any page: loaded only then. */
import type { Translate } from '@/i18n/translate';

export interface OutboxStrings {
  /** With gaps for `{title}` and `{id}`; for an application, and for anything else. */
  readonly sent: string;
  readonly sentMessage: string;
  /** With a gap for `{title}`. */
  readonly refused: string;
  readonly refusedLink: string;
}

export const outboxStrings = (t: Translate): OutboxStrings => ({
  sent: t('outbox.sent'),
  sentMessage: t('outbox.sent.other'),
  refused: t('outbox.refused'),
  refusedLink: t('outbox.refused.link'),
});
