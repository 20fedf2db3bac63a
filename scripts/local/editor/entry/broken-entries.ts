/** The entries that the site can't show as they are in their files, in the editor's language. */
import { editorTranslator } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { problemWords } from '@/model/fields/field-words';
import type { Problem } from '@/model/problems';
import type { ContentTypeName } from '@/model/types/entry';

export interface BrokenEntry {
  readonly type: ContentTypeName;
  readonly id: string;
  readonly text: string;
}

export const describeBroken = (problems: readonly Problem[], locale: Locale): BrokenEntry[] =>
  problems.map((problem) => ({
    type: problem.type,
    id: problem.id,
    text: problemWords(editorTranslator(locale), problem),
  }));
