/** The place in the editor that an address names. */
import { contentTypeNames, isEntryType, type ContentTypeName } from '@/model/types/entry';

export type EditorPlace =
  | { readonly at: 'list'; readonly type: ContentTypeName }
  | { readonly at: 'entry'; readonly type: ContentTypeName; readonly id: string }
  /** A new entry; with `from`, the copy of another one. */
  | { readonly at: 'new'; readonly type: ContentTypeName; readonly from?: string }
  | { readonly at: 'pictures' };

/** `'#/opportunity/translate-leaflet' -> { at: 'entry', type: 'opportunity', id: 'translate-leaflet' }` */
export function readPlace(hash: string): EditorPlace {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [type = '', id] = path.split('/').map(decodeURIComponent);
  if (type === 'pictures') return { at: 'pictures' };
  if (!isEntryType(type)) return { at: 'list', type: contentTypeNames[0] };
  if (id === undefined || id === '') return { at: 'list', type };
  if (id !== '+') return { at: 'entry', type, id };
  const from = new URLSearchParams(query).get('from');
  return { at: 'new', type, ...(from !== null && { from }) };
}

/** The address of a place, as a fragment. No id begins with a plus sign. */
export function hrefOf(place: EditorPlace): string {
  switch (place.at) {
    case 'pictures':
      return '#/pictures';
    case 'list':
      return `#/${place.type}`;
    case 'entry':
      return `#/${place.type}/${encodeURIComponent(place.id)}`;
    case 'new':
      return `#/${place.type}/+${place.from === undefined ? '' : `?from=${encodeURIComponent(place.from)}`}`;
  }
}
