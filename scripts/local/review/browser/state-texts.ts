import type { EditorText } from '@/i18n/editor';
import type { RowState } from '../review-types';

/** The next step for rows of each state. */
export const stateTexts = {
  blocked: 'To correct',
  draft: 'To complete',
  ready: 'To accept',
  accepted: 'To save',
  saved: 'Done',
  aside: 'Not to import',
} as const satisfies Record<RowState, EditorText>;
