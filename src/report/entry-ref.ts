/** An entry as the report names it: its title, and where it can be opened. */
import { isLocale, locales } from '@/i18n/locales';
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { contentTypes } from '@/model/types/types';

export interface EntryRef {
  readonly type: ContentTypeName;
  readonly id: string;
  /** In the language that it was written in, else in any that has one, else the id. */
  readonly title: string;
  /** A file's path, or what the CMS calls it. */
  readonly where: string;
  /** Where an editor opens it: in the CMS's own web app, or in the local editor; undefined where neither runs. */
  readonly edit: string | undefined;
  /** True where the local editor opens it, which runs with `npm run dev` only. */
  readonly isLocal: boolean;
}

/** What of an entry is needed to name it. */
export type Nameable = Pick<RawEntry, 'type' | 'id' | 'locales' | 'shared' | 'origin'>;

function titleOf({ type, id, locales: texts, shared }: Nameable): string {
  const { title } = contentTypes[type];
  const original = shared['originalLanguage'];
  const order = isLocale(original) ? [original, ...locales] : locales;
  const titles = order.map((locale) => texts[locale]?.[title]);
  return titles.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? id;
}

/** `('http://localhost:4321/admin/', 'story', 'x') -> 'http://localhost:4321/admin/#/collections/story/entries/x'` */
const inEditor = (editor: string | undefined, type: ContentTypeName, id: string) =>
  editor && `${editor}#/collections/${type}/entries/${encodeURIComponent(id)}`;

/** `editor` is the address of the local editor, for entries that no CMS elsewhere has; undefined where none runs. */
export function entryRef(entry: Nameable, editor: string | undefined): EntryRef {
  const { type, id, origin } = entry;
  return {
    type,
    id,
    title: titleOf(entry),
    where: origin.label,
    edit: origin.editUrl ?? inEditor(editor, type, id),
    isLocal: origin.editUrl === undefined,
  };
}

/** The entry that a problem is about where there is none to name: a file that can’t be read has no title. */
export function refOfProblem({ type, id, where, editUrl }: Problem, editor: string | undefined): EntryRef {
  return {
    type,
    id,
    title: id,
    where,
    edit: editUrl ?? inEditor(editor, type, id),
    isLocal: editUrl === undefined,
  };
}

export const keyOf = ({ type, id }: Pick<EntryRef, 'type' | 'id'>) => `${type}/${id}`;
