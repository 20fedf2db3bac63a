/** Formats the differences between files and space as lines for a terminal. */
import type { ContentTypeName } from '@/model/types/entry';
import { listModelFields } from '@/sources/contentful/stored-fields';
import { readLinkId, type WireFields } from '@/sources/contentful/wire';
import { isFullyPublished, type StoredState } from '../space-content';
import { formatItemName, type NamedItem } from '../transfer/item-name';

/** An entry or picture on both sides. */
export interface ComparedItem extends NamedItem {
  /** Undefined for a picture. */
  readonly type?: ContentTypeName | undefined;
  /** Undefined if the space doesn’t have it. */
  readonly stored: StoredState | undefined;
  readonly inSpace: WireFields;
  readonly inFiles: WireFields;
  readonly isPublishedInFiles: boolean;
  /** Values that differ (`fr.title`), and states of the whole entry (`published`, `archived`). */
  readonly differences: readonly string[];
}

const stateLabels: Readonly<Record<string, string>> = { published: 'Publication', archived: 'Archive' };

/** The most characters of a value that a line shows. */
const maxShown = 100;
/** The number of characters that a line shows before the first difference. */
const contextLength = 30;

function formatValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return '(empty)';
  const text = typeof value === 'string' ? value : JSON.stringify(replaceLinks(value));
  return text.trim().replaceAll(/\s+/g, ' ');
}

function replaceLinks(value: unknown): unknown {
  return Array.isArray(value) ? value.map(replaceLinks) : (readLinkId(value) ?? value);
}

function cutText(text: string, from: number): string {
  const shown = text.slice(from, from + maxShown);
  return `${from > 0 ? '…' : ''}${shown}${from + maxShown < text.length ? '…' : ''}`;
}

/** Formats two values. Of long values it shows the part where they begin to differ. */
export function formatValuePair(a: unknown, b: unknown): [string, string] {
  const [left, right] = [formatValue(a), formatValue(b)];
  if (left.length <= maxShown && right.length <= maxShown) return [left, right];
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const from = same <= contextLength ? 0 : same - contextLength;
  return [cutText(left, from), cutText(right, from)];
}

/** `fr.title` -> `Title (fr)`; a state has a label of its own. */
function formatFieldLabel(field: string, type: ContentTypeName | undefined): string {
  const state = stateLabels[field];
  if (state !== undefined) return state;
  const [code = '', id = ''] = field.split('.');
  const known = type && listModelFields(type).find((one) => one.id === id);
  return known && !known.localized ? known.meta.label : `${known?.meta.label ?? id} (${code})`;
}

/** Describes the state of an entry in the words of Contentful’s web app. */
function describeStoredState(stored: ComparedItem['stored']): string {
  if (stored?.sys.archivedVersion !== undefined) return 'archived';
  if (stored?.sys.publishedVersion === undefined) return 'not published';
  return isFullyPublished(stored) ? 'published' : 'published, with later changes that aren’t';
}

function formatBothValues(item: ComparedItem, field: string): [string, string] {
  if (stateLabels[field] !== undefined)
    return [describeStoredState(item.stored), item.isPublishedInFiles ? 'published' : 'not published'];
  const [code = '', id = ''] = field.split('.');
  return formatValuePair(item.inSpace[id]?.[code], item.inFiles[id]?.[code]);
}

function formatLastChange({ stored }: ComparedItem): string {
  if (!stored) return '';
  const { updatedAt, updatedBy } = stored.sys;
  const when = new Date(updatedAt).toISOString().slice(0, 16).replace('T', ' ');
  const who = updatedBy === undefined ? '' : ` by user ${updatedBy.sys.id}`;
  return ` Last change in Contentful: ${when} UTC${who}.`;
}

/** Formats an item with all its differences: `! “Title” (opportunity/x) differs. …`, then three lines for each field. */
export function formatDifferences(item: ComparedItem, sign: '!' | '~', heading: string): string[] {
  return [
    `${sign} ${formatItemName(item)} ${heading}${formatLastChange(item)}`,
    ...item.differences.flatMap((field) => {
      const [space, files] = formatBothValues(item, field);
      return [
        `    ${formatFieldLabel(field, item.type)}`,
        `      Contentful: ${space}`,
        `      files:      ${files}`,
      ];
    }),
  ];
}
