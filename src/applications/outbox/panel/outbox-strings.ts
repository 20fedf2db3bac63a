/** The strings for news about a submission on any page: loaded only then. */
import type { IslandStrings, IslandTranslate } from '@/i18n/create-translate';
import type { Translate } from '@/i18n/translate';

const outboxStringKeys = [
  'outbox.sent',
  'outbox.sent.other',
  'outbox.refused',
  'outbox.refused.link',
] as const;

export type OutboxStrings = IslandStrings<(typeof outboxStringKeys)[number]>;

export type OutboxTranslate = IslandTranslate<(typeof outboxStringKeys)[number]>;

export const outboxStrings = (t: Translate): OutboxStrings => t.all(...outboxStringKeys);
