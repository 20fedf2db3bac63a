/** References to entries in the report: their titles, and where to open them. */
import { rawEntryTitle } from '@/model/fields/entry-title';
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
import type { Problem } from '@/model/problems';

export interface EntryRef {
  readonly type: ContentTypeName;
  readonly id: string;
  /** In the original language, otherwise in any that has a title, otherwise the id. */
  readonly title: string;
  /** A file's path, or the entry's name in the CMS. */
  readonly where: string;
  /** The address to edit it, in the CMS's web app or the local editor; undefined if neither runs. */
  readonly edit: string | undefined;
  /** True if the local editor opens it, which runs only with `npm run dev`. */
  readonly isLocal: boolean;
}

export interface EntryRemarks extends EntryRef {
  readonly remarks: readonly Problem[];
}

/** The parts of an entry that a reference needs. */
export type ReportableEntry = Pick<RawEntry, 'type' | 'id' | 'locales' | 'shared' | 'origin'>;

/** Creates a reference. `editor` is the address of the local editor, for entries that aren’t in a CMS; undefined if none runs. */
export function createEntryRef(entry: ReportableEntry, editor: string | undefined): EntryRef {
  const { type, id, origin } = entry;
  return {
    type,
    id,
    title: rawEntryTitle(entry),
    where: origin.label,
    edit: origin.editUrl ?? (editor && `${editor}#/${type}/${encodeURIComponent(id)}`),
    isLocal: origin.editUrl === undefined,
  };
}

/** Creates a reference from a problem, if its entry couldn’t be read and so has no title. */
export function createProblemRef(
  { type, id, where, editUrl }: Problem,
  editor: string | undefined,
): EntryRef {
  const origin = { label: where, ...(editUrl !== undefined && { editUrl }) };
  return createEntryRef({ type, id, locales: {}, shared: {}, origin }, editor);
}
