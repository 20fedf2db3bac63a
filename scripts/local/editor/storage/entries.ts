/** Opens entries of the content folder in forms, and saves what is in the forms. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '@scripts/cms/edit/entry-store';
import { linksOf } from '@/model/fields/walk';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { createSlug } from '@/site/addresses/slugs';
import { decodeText } from '@/sources/files/decode-text';
import { formatEntryYaml } from '@/sources/files/format-yaml';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import { checkForm, describeFindings, type FormCheck } from '../entry/check-form';
import { completeSave, type CompletedEntry, type FormSave } from '../entry/complete-save';
import {
  findEntryTitle,
  findMissingTitle,
  parseFields,
  readFields,
  type ReadFields,
} from '../entry/entry-problems';
import { createEntryList, type EntryRow } from '../entry/list-entries';
import { compareVersions } from '../entry/merge';
import {
  entryFile,
  ignoreMissing,
  placeIn,
  readContentFile,
  refuseLink,
  type EntryFile,
} from './content-path';
import { refuseDeletion } from './guards';
import { StorageRefusal } from './storage-refusal';

/** An entry as a form is filled from it. */
export interface OpenedEntry extends ReadFields {
  /** The file's text. */
  readonly text: string;
}

/** An entry after a save: with what the save adds. */
export interface SavedForm extends CompletedEntry {
  readonly id: string;
  readonly fields: RawFields;
}

/** The longest name of a file that is made from a title: an id has at most 64 characters, and may get a number. */
const longestName = 60;

/** Refuses to save over a file that can't be read: its form is empty, and the save would replace its content. */
function refuseOverwrite(name: string, bytes: Uint8Array): void {
  try {
    parseYaml(decodeText(bytes));
  } catch (error) {
    const reason = error instanceof YamlError ? `${error.message}. ${error.hint}` : 'can’t be read.';
    throw new StorageRefusal(
      `${name} ${reason} Nothing was saved: what is in the form isn’t what is in the file.`,
    );
  }
}

/** The file changed after the form was filled from it. */
function createConflict({ type, name }: EntryFile, { base, fields }: FormSave, current: string | null) {
  return new StorageRefusal(`${name} changed after it was opened here. Nothing was saved.`, {
    current,
    ...(current !== null && {
      merge: compareVersions(type, {
        base: base === null ? undefined : parseFields(base),
        file: parseFields(current) ?? {},
        form: fields,
      }),
    }),
  });
}

/**
 * Opens the entries of a content folder. One request that changes something must end before the next begins. What is refused
 * rejects with a `StorageRefusal`.
 */
export function openEntries(root: string, today: () => string) {
  const describe = createEntryList();
  const readText = async (target: EntryFile) =>
    (await readContentFile(root, target))?.toString('utf8') ?? null;

  /** Names a new entry after its title, and with a number where there is an entry of that name. */
  const nameEntry = async (type: ContentTypeName, fields: RawFields, number = 0): Promise<string> => {
    const title = createSlug(findEntryTitle(type, fields), longestName) || type;
    const id = `${title}${number === 0 ? '' : `-${number}`}`;
    const text = await readText(entryFile(root, type, id));
    return text === null ? id : nameEntry(type, fields, number + 1);
  };

  return {
    list: async (type: ContentTypeName): Promise<EntryRow[]> => {
      const folder = placeIn(root, contentTypes[type].folder);
      await refuseLink(root, folder);
      const found = (await readdir(folder.file, { withFileTypes: true }).catch(ignoreMissing)) ?? [];
      const names = found.flatMap((item) =>
        item.isFile() && item.name.endsWith('.yml') && !item.name.startsWith('.') ? [item.name] : [],
      );
      const entries = names.toSorted().map(async (name) => ({
        id: name.slice(0, -'.yml'.length),
        text: await readFile(path.join(folder.file, name), 'utf8'),
      }));
      return describe(type, await Promise.all(entries));
    },
    /** Resolves to undefined if there is no such file. */
    open: async (type: ContentTypeName, id: string): Promise<OpenedEntry | undefined> => {
      const text = await readText(entryFile(root, type, id));
      return text === null ? undefined : { text, ...readFields(text) };
    },
    save: async (save: FormSave): Promise<SavedForm> => {
      const { type, fields, base, locale } = save;
      const untitled = findMissingTitle(type, fields);
      if (untitled.length > 0)
        throw new StorageRefusal('Nothing was saved: give it a title first.', {
          findings: describeFindings(type, untitled, locale),
        });
      const target = entryFile(root, type, save.id || (await nameEntry(type, fields)));
      const bytes = await readContentFile(root, target);
      if (bytes) refuseOverwrite(target.name, bytes);
      const current = bytes?.toString('utf8') ?? null;
      if (current !== base && current !== formatEntryYaml(type, fields))
        throw createConflict(target, save, current);
      const { text, remarks } = await completeSave(root, { ...save, id: target.id }, current, today());
      if (current !== text) await replaceFile(target.file, text);
      return { id: target.id, text, fields: parseFields(text) ?? {}, remarks };
    },
    remove: async (type: ContentTypeName, id: string, base: string): Promise<void> => {
      if (type === 'settings')
        throw new StorageRefusal('The site needs its settings: they can’t be deleted.');
      const target = entryFile(root, type, id);
      const current = await readText(target);
      if (current === null) return;
      if (current !== base)
        throw new StorageRefusal(
          `${target.name} changed after it was opened here. Nothing was deleted. Load the page again to see it.`,
        );
      await refuseDeletion(root, findEntryTitle(type, parseFields(current) ?? {}) || id, (entry) =>
        linksOf(entry).some((link) => link.id === id && link.to === type),
      );
      await rm(target.file);
    },
    check: ({ type, id, fields, base, locale }: FormSave): FormCheck =>
      checkForm(type, id, { fields, before: base === null ? undefined : parseFields(base), locale }),
  };
}

export type EntryStorage = ReturnType<typeof openEntries>;
