/** Formats differences between files and space as lines for a terminal. */
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { listModelFields } from '@/sources/contentful/stored-fields';
import { readLinkId, type WireFields } from '@/sources/contentful/wire';
import { isFullyPublished, type StoredState } from '../space-content';
import type { ChangeSide, SyncDifference } from './compare';

/** An entry or picture whose two sides differ. */
export interface DifferingItem {
  /** `opportunity/x` */
  readonly key: string;
  readonly title?: string | undefined;
  /** Undefined for a picture. */
  readonly type?: ContentTypeName | undefined;
  /** Its state in the space; undefined if it was deleted there. */
  readonly stored: Pick<StoredState, 'sys'> | undefined;
  readonly inSpace: WireFields;
  readonly inFiles: WireFields;
  readonly isPublishedInFiles: boolean;
  readonly differences: readonly SyncDifference[];
}

const sideLabels: Readonly<Record<ChangeSide, string>> = {
  files: 'changed in the files',
  space: 'changed in Contentful',
  both: 'changed in Contentful and in the files',
  unknown: 'different; it isn’t known here which one is newer',
};

const stateLabels: Readonly<Record<string, string>> = {
  published: 'Publication',
  archived: 'Archive',
  deleted: 'Entry',
};

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

/** `fr.title` -> `Title (fr)`; fields that aren’t the model’s have their own id. */
function formatFieldLabel(field: string, type: ContentTypeName | undefined): string {
  const state = stateLabels[field];
  if (state !== undefined) return state;
  const [code = '', id = ''] = field.split('.');
  const known = type && listModelFields(type).find((one) => one.id === id);
  return known && !known.localized ? known.meta.label : `${known?.meta.label ?? id} (${code})`;
}

/** Describes the state of an entry in the words of Contentful’s web app. */
function describeStoredState(stored: DifferingItem['stored']): string {
  if (!stored) return 'deleted';
  if (stored.sys.archivedVersion !== undefined) return 'archived';
  if (stored.sys.publishedVersion === undefined) return 'not published';
  return isFullyPublished(stored) ? 'published' : 'published, with later changes that aren’t';
}

function formatBothValues(item: DifferingItem, field: string): [string, string] {
  if (field === 'deleted') return [describeStoredState(item.stored), 'there'];
  if (field === 'published' || field === 'archived')
    return [describeStoredState(item.stored), item.isPublishedInFiles ? 'published' : 'not published'];
  const [code = '', id = ''] = field.split('.');
  return formatValuePair(item.inSpace[id]?.[code], item.inFiles[id]?.[code]);
}

function formatLastChange({ stored }: DifferingItem): string {
  if (!stored) return 'Contentful no longer has it.';
  const { updatedAt, updatedBy } = stored.sys;
  const when = new Date(updatedAt).toISOString().slice(0, 16).replace('T', ' ');
  const who = updatedBy === undefined ? '' : ` by user ${updatedBy.sys.id}`;
  return `Last change in Contentful: ${when} UTC${who}.`;
}

/** Returns an entry’s title in the first language that has one. */
export function entryTitle({ type, locales }: Pick<RawEntry, 'type' | 'locales'>): string | undefined {
  const titles = Object.values(locales).map((texts) => texts[contentTypes[type].title]);
  return titles.find((text) => typeof text === 'string');
}

const formatItemName = ({ key, title }: DifferingItem) => (title === undefined ? key : `${key} “${title}”`);

/** `Title (fr), Closing date` */
function formatFieldLabels({ type }: Pick<DifferingItem, 'type'>, fields: readonly string[]): string {
  return fields.map((field) => formatFieldLabel(field, type)).join(', ');
}

/** Formats all differences of an item: `! opportunity/x “Title” was not pushed. …`, then three lines for each field. */
export function formatDifferences(item: DifferingItem, heading: string): string[] {
  return [
    `! ${formatItemName(item)} ${heading} ${formatLastChange(item)}`,
    ...item.differences.flatMap(({ field, changedIn }) => {
      const [space, files] = formatBothValues(item, field);
      return [
        `    ${formatFieldLabel(field, item.type)}: ${sideLabels[changedIn]}`,
        `      Contentful: ${space}`,
        `      files:      ${files}`,
      ];
    }),
  ];
}

/** Formats an item that was changed on one side only, as a single line. */
export function formatOneSidedChange(item: DifferingItem, heading: string, advice: string): string {
  const fields = item.differences.map(({ field }) => field);
  return `! ${formatItemName(item)} ${heading}: ${formatFieldLabels(item, fields)}. ${formatLastChange(item)} ${advice}`;
}
