/** Strings about an application's file, in a file of their own for forms that have a file field. */
import type { IslandStrings } from '@/i18n/create-translate';
import type { Translate } from '@/i18n/translate';

export type AttachmentStrings = IslandStrings<'apply.attachment.'>;

export const attachmentStrings = (t: Translate): AttachmentStrings => t.all('apply.attachment.');
