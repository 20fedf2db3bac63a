/** The place in the editor that an address names. */
import { contentTypeNames, isEntryType, type ContentTypeName } from '@/model/types/entry';

export type EditorPlace =
  | { readonly at: 'list'; readonly type: ContentTypeName }
  | {
      readonly at: 'entry';
      readonly type: ContentTypeName;
      /** Empty for a new entry. */
      readonly id: string;
      /** The entry that a new one copies. */
      readonly from?: string;
    }
  | { readonly at: 'pictures' };

/** `'#/opportunity/translate-leaflet' -> { at: 'entry', type: 'opportunity', id: 'translate-leaflet' }` */
export function readPlace(hash: string): EditorPlace {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [type = '', id = ''] = path.split('/').map(decodeURIComponent);
  if (type === 'pictures') return { at: 'pictures' };
  if (!isEntryType(type)) return { at: 'list', type: contentTypeNames[0] };
  if (id === '') return { at: 'list', type };
  const from = new URLSearchParams(query).get('from');
  return { at: 'entry', type, id: id === '+' ? '' : id, ...(from !== null && { from }) };
}

/** The address of a place, as a fragment. No id begins with a plus sign. */
export function hrefOf(place: EditorPlace): string {
  if (place.at === 'pictures') return '#/pictures';
  if (place.at === 'list') return `#/${place.type}`;
  const { type, id, from } = place;
  const query = from === undefined ? '' : `?from=${encodeURIComponent(from)}`;
  return `#/${type}/${encodeURIComponent(id) || '+'}${query}`;
}
