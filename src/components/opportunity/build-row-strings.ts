import { label, languageName } from '@/i18n/names';
import { stringsFile } from '@/i18n/strings-file';
import type { Translate } from '@/i18n/translate';
import { workLanguages } from '@/model/vocabularies/languages';
import { taskTypes } from '@/model/vocabularies/task-types';
import { rowStringKeys, type RowStrings } from './row-strings';

const rowStrings = (t: Translate): RowStrings => ({
  strings: t.all(...rowStringKeys),
  tasks: Object.fromEntries(taskTypes.map((id) => [id, label(t, 'task', id)])),
  languages: Object.fromEntries(workLanguages.map((tag) => [tag, languageName(t, tag)])),
});

/** The file of a language, of all tasks and languages: so its address stays whatever the content is. */
export const rowStringsFile = (t: Translate) => stringsFile(t, 'row', () => rowStrings(t));
