/** What is said of a file that goes with an application: in a file of its own, for forms that have a field for one. */
import type { Translate } from '@/i18n/translate';
import type { FileProblem } from './attachment';

/** With `{name}`, `{size}` and `{most}`. */
export interface AttachmentWords {
  readonly problems: Readonly<Record<FileProblem, string>>;
  /** Below the hint: that a draft doesn't have it. */
  readonly undrafted: string;
  readonly chosen: string;
  readonly remove: string;
  readonly removed: string;
  readonly without: string;
  /** A line of the application as a text, which can't carry the file. */
  readonly byHand: string;
  /** In place of what is said of applications without a file. */
  readonly long: string;
  readonly timeout: string;
}

/** The words of a language. */
export function attachmentWords(t: Translate): AttachmentWords {
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
