/** Differences between files and space as lines for a terminal. */
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { listStoredFields } from '@/sources/contentful/stored-fields';
import { readLinkId, type WireFields } from '@/sources/contentful/wire';
import { isCurrent, type StoredState } from '../space-content';
import type { ChangedIn, SyncDifference } from './compare';

/** An entry or picture whose two sides differ. */
export interface Differing {
  /** `opportunity/x` */
  readonly key: string;
  readonly title?: string | undefined;
  /** Undefined for a picture. */
  readonly type?: ContentTypeName | undefined;
  /** As the space has it; undefined where it was deleted. */
  readonly stored: Pick<StoredState, 'sys'> | undefined;
  readonly inSpace: WireFields;
  readonly inFiles: WireFields;
  readonly isPublishedInFiles: boolean;
  readonly differences: readonly SyncDifference[];
}

const sides: Readonly<Record<ChangedIn, string>> = {
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

/** Most characters of a value that a line shows. */
const maxShown = 100;
/** Characters before the first difference that a line shows. */
const lead = 30;

function plainValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return '(empty)';
  const text = typeof value === 'string' ? value : JSON.stringify(replaceLinks(value));
  return text.trim().replaceAll(/\s+/g, ' ');
}

function replaceLinks(value: unknown): unknown {
  return Array.isArray(value) ? value.map(replaceLinks) : (readLinkId(value) ?? value);
}

function cut(text: string, from: number): string {
  const shown = text.slice(from, from + maxShown);
  return `${from > 0 ? '…' : ''}${shown}${from + maxShown < text.length ? '…' : ''}`;
}

/** Two values, of long ones the part where they begin to differ. */
export function shownValues(a: unknown, b: unknown): [string, string] {
  const [left, right] = [plainValue(a), plainValue(b)];
  if (left.length <= maxShown && right.length <= maxShown) return [left, right];
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const from = same <= lead ? 0 : same - lead;
  return [cut(left, from), cut(right, from)];
}

/** `fr.title` -> `Title (fr)`; fields that aren’t the model’s have their own id. */
function fieldLabel(field: string, type: ContentTypeName | undefined): string {
  const state = stateLabels[field];
  if (state !== undefined) return state;
  const [code = '', id = ''] = field.split('.');
  const known = type && listStoredFields(type).find((one) => one.id === id);
  return known && !known.localized ? known.meta.label : `${known?.meta.label ?? id} (${code})`;
}

/** What Contentful’s web app would call the state of an entry. */
function stateInSpace(stored: Differing['stored']): string {
  if (!stored) return 'deleted';
  if (stored.sys.archivedVersion !== undefined) return 'archived';
  if (stored.sys.publishedVersion === undefined) return 'not published';
  return isCurrent(stored) ? 'published' : 'published, with later changes that aren’t';
}

function valuesOf(one: Differing, field: string): [string, string] {
  if (field === 'deleted') return [stateInSpace(one.stored), 'there'];
  if (field === 'published' || field === 'archived')
    return [stateInSpace(one.stored), one.isPublishedInFiles ? 'published' : 'not published'];
  const [code = '', id = ''] = field.split('.');
  return shownValues(one.inSpace[id]?.[code], one.inFiles[id]?.[code]);
}

function lastChange({ stored }: Differing): string {
  if (!stored) return 'Contentful no longer has it.';
  const { updatedAt, updatedBy } = stored.sys;
  const when = new Date(updatedAt).toISOString().slice(0, 16).replace('T', ' ');
  const who = updatedBy === undefined ? '' : ` by user ${updatedBy.sys.id}`;
  return `Last change in Contentful: ${when} UTC${who}.`;
}

/** An entry’s title in the first language that has one. */
export function titleOf({ type, locales }: Pick<RawEntry, 'type' | 'locales'>): string | undefined {
  const titles = Object.values(locales).map((texts) => texts[contentTypes[type].title]);
  return titles.find((text) => typeof text === 'string');
}

const nameOf = ({ key, title }: Differing) => (title === undefined ? key : `${key} “${title}”`);

/** `Title (fr), Closing date` */
export function fieldLabels({ type }: Pick<Differing, 'type'>, fields: readonly string[]): string {
  return fields.map((field) => fieldLabel(field, type)).join(', ');
}

/** An entry or picture with all that differs: `! opportunity/x “Title” was not pushed. …`, and three lines a field. */
export function differenceLines(one: Differing, heading: string): string[] {
  return [
    `! ${nameOf(one)} ${heading} ${lastChange(one)}`,
    ...one.differences.flatMap(({ field, changedIn }) => {
      const [space, files] = valuesOf(one, field);
      return [
        `    ${fieldLabel(field, one.type)}: ${sides[changedIn]}`,
        `      Contentful: ${space}`,
        `      files:      ${files}`,
      ];
    }),
  ];
}

/** An entry or picture that was changed on one side only, in a line. */
export function oneSidedLine(one: Differing, heading: string, advice: string): string {
  const fields = one.differences.map(({ field }) => field);
  return `! ${nameOf(one)} ${heading}: ${fieldLabels(one, fields)}. ${lastChange(one)} ${advice}`;
}
