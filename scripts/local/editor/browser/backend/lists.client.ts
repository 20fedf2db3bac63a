/** The rows of lists of entries, and the results of their search. */
import { isLocale } from '@/i18n/locales';
import { foldText } from '@/i18n/fold-text';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import type { EditorCollection } from '../../config/editor-config';
import type { EditorField } from '../../config/fields';
import {
  findEntryTitle,
  foundField,
  groupField,
  marksField,
  noteField,
  tryParseFields,
  type ListInfo,
} from '../../entry/format';
import { formatValue } from '../../entry/format-value';
import { closingDateOf, entryMarks, statusOf } from '../../config/list-fields';
import type { EditorEntry } from '../../storage/storage';
import { askStorage } from '../page/api.client';
import { editorLocale, t } from '../page/language.client';

const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.yml'.length);

const formatDay = (day: string) =>
  new Intl.DateTimeFormat(editorLocale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));

/** Reads the titles of the entries of a folder, by their id. */
async function readTitles(type: ContentTypeName, folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await askStorage<EditorEntry[]>({ action: 'entries', folder });
  return new Map(
    entries.map(({ path, text }) => [idOf(path), findEntryTitle(type, tryParseFields(text) ?? {})]),
  );
}

interface ListedParts {
  readonly type: ContentTypeName;
  readonly fields: RawFields;
  readonly status: EditorField | undefined;
  readonly organization: string | undefined;
}

/** `' – Open – Sahel Wells Network – closes on 31 Mar 2030'` */
function buildNote({ type, fields, status, organization }: ListedParts): string {
  const day = closingDateOf(fields);
  const state = statusOf(type, fields);
  const parts = [
    ...(state === undefined ? [] : [formatValue(t, status, state)]),
    ...(organization === undefined ? [] : [organization]),
    ...(day !== undefined && !Number.isNaN(Date.parse(day))
      ? [t('closes on {day}', { day: formatDay(day) })]
      : []),
  ];
  return parts.map((part) => ` – ${part}`).join('');
}

/** Prepares the list of a folder. Resolves to a function that describes one of its entries. */
export async function openList(
  collections: readonly EditorCollection[],
  folder: string,
): Promise<(entry: EditorEntry) => ListInfo | undefined> {
  const collection = collections.find((one) => one.folder === folder);
  const organizations = collections.find(({ name }) => name === 'organization');
  if (!collection) return () => undefined;
  const { name: type, fields: widgets } = collection;
  const hasOrganization = 'organization' in contentTypes[type].shared.shape;
  const titles =
    hasOrganization && organizations
      ? await readTitles('organization', organizations.folder)
      : new Map<string, string>();
  const today = new Date().toISOString().slice(0, 10);
  return ({ text }) => {
    const fields = tryParseFields(text);
    if (!fields) return undefined;
    const id = fields['organization'];
    const organization = typeof id === 'string' ? (titles.get(id) ?? id) : undefined;
    const status = widgets.find(({ name }) => name === 'status');
    return {
      [noteField]: buildNote({ type, fields, status, organization }),
      [marksField]: entryMarks(type, fields, today),
      [groupField]: organization ?? '',
    };
  };
}

/** The words that are searched for, as the address of the page has them; undefined if this page is no search. */
export function searchedWords(): string | undefined {
  const found = /\/search\/([^?]+)/.exec(location.hash)?.[1];
  return found === undefined ? undefined : decodeURIComponent(found);
}

/** The texts by which an entry is found: its titles and summaries in all languages. */
function searchedTexts(fields: RawFields): string[] {
  const languages = Object.entries(fields).flatMap(([key, value]) =>
    isLocale(key) && typeof value === 'object' && value !== null ? [value as RawFields] : [],
  );
  return languages.flatMap((texts) =>
    ['title', 'name', 'summary'].flatMap((name) => (typeof texts[name] === 'string' ? [texts[name]] : [])),
  );
}

/**
 * Returns what a list knows of an entry that has every word, in any order and in any language; undefined for others.
 * Decap compares what was typed with the title: of an entry that is found, it has those very words.
 */
export function matchEntry(
  typed: string,
  { path, text, list }: EditorEntry & { readonly list?: ListInfo },
): ListInfo | undefined {
  const fields = tryParseFields(text) ?? {};
  const all = foldText([idOf(path), ...searchedTexts(fields), list?.[noteField] ?? ''].join(' '));
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  return words.every((word) => all.includes(word)) ? { ...list, [foundField]: typed } : undefined;
}
