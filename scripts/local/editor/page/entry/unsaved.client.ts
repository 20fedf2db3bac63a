/** What was typed and isn't saved yet, kept in the browser through a crash. */
import type { ContentTypeName, RawFields } from '@/model/types/entry';

/** A form that isn't saved. */
export interface UnsavedForm {
  readonly fields: RawFields;
  /** The file's text from which the form was filled; null for a new entry. */
  readonly base: string | null;
}

const prefix = 'editor-unsaved/';

/** `id` is empty for a new entry. */
const keyOf = (type: ContentTypeName, id: string) => `${prefix}${type}/${id}`;

export function readUnsaved(type: ContentTypeName, id: string): UnsavedForm | undefined {
  const stored = localStorage.getItem(keyOf(type, id));
  return stored === null ? undefined : (JSON.parse(stored) as UnsavedForm);
}

/** Keeps a form; undefined once there is nothing unsaved in it. Returns false if the browser has no room for it. */
export function keepUnsaved(type: ContentTypeName, id: string, form: UnsavedForm | undefined): boolean {
  try {
    if (form) localStorage.setItem(keyOf(type, id), JSON.stringify(form));
    else localStorage.removeItem(keyOf(type, id));
    return true;
  } catch {
    return false;
  }
}

/** The ids of the entries of a type with text that isn't saved. */
export function listUnsaved(type: ContentTypeName): ReadonlySet<string> {
  const start = keyOf(type, '');
  return new Set(
    Object.keys(localStorage).flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : [])),
  );
}
