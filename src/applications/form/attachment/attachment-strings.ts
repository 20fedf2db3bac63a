/** Strings about an application's file, in a file of their own for forms that have a file field. */
import type { Translate } from '@/i18n/translate';
import type { FileProblem } from './attachment-rules';

/** With gaps for `{name}`, `{size}` and `{most}`. */
export interface AttachmentStrings {
  readonly problems: Readonly<Record<FileProblem, string>>;
  /** Below the hint: drafts don't include the file. */
  readonly undrafted: string;
  readonly chosen: string;
  readonly remove: string;
  readonly removed: string;
  readonly without: string;
  /** A line for the application as text, which can't carry the file. */
  readonly byHand: string;
  /** Replaces the string for applications without a file. */
  readonly long: string;
  readonly timeout: string;
}

export function attachmentStrings(t: Translate): AttachmentStrings {
  return {
    problems: {
      kind: t('apply.attachment.kind'),
      empty: t('apply.attachment.empty'),
      large: t('apply.attachment.large'),
      unreadable: t('apply.attachment.unreadable'),
    },
    undrafted: t('apply.attachment.undrafted'),
    chosen: t('apply.attachment.chosen'),
    remove: t('apply.attachment.remove'),
    removed: t('apply.attachment.removed'),
    without: t('apply.attachment.without'),
    byHand: t('apply.attachment.byHand'),
    long: t('apply.attachment.long'),
    timeout: t('apply.attachment.timeout'),
  };
}
