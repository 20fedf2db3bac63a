import type { EditorText } from '@/i18n/editor';
import type { RowState } from '../review-types';

/** What is to be done with rows of a state. */
export const stateTexts = {
  blocked: 'To correct',
  ready: 'To accept',
  accepted: 'To save',
  saved: 'Done',
  aside: 'Not to import',
} as const satisfies Record<RowState, EditorText>;
