/** Opens entries in forms, saves and checks what is in them: the storage, as a form sees it. */
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import { isRecord } from '@/model/json';
import { OperatorError } from '@/model/operator-error';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { createSlug } from '@/site/addresses/slugs';
import { pictureAssetId } from '@/sources/files/media';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import { findPictureUses } from '../storage/guards';
import { resolveEntryFile } from '../storage/content-path';
import type { EditorStorage } from '../storage/storage';
import { ConflictError, EntryRefusal } from '../storage/storage-errors';
import { checkForm, describeFindings, type FormCheck } from './check-form';
import { findMissingTitle, unnamedId } from './entry-problems';
import { findEntryTitle, tryParseFields, writeFields } from './format';
import { createEntryList, type EntryRow } from './list-entries';
import { compareVersions, type EntryMerge } from './merge';

/** An entry as a form is filled from it. */
export interface OpenedEntry {
  readonly path: string;
  /** The file's text. */
  readonly text: string;
  /** Undefined if the file can't be read. */
  readonly fields?: RawFields;
  /** Why it can't be read. */
  readonly fault?: string;
}

/** What a form is saved with. */
interface FormSave {
  readonly type: ContentTypeName;
  readonly path: string | null;
  readonly fields: RawFields;
  readonly base: string | null;
  readonly isConfirmed?: boolean | undefined;
  readonly locale: Locale;
}

/** An entry after a save: with what the save adds. */
export interface SavedForm {
  readonly path: string;
  readonly text: string;
  readonly fields: RawFields;
  /** What could be better. */
  readonly remarks: FormCheck['findings'];
}

/** A picture, and the titles of the entries that show it. */
interface UsedPicture {
  /** `/media/orgs/wells.png` */
  readonly address: string;
  readonly usedIn: readonly string[];
}

/** The file changed after the form was filled from it. Nothing was saved. */
export class FormConflictError extends OperatorError {
  override readonly name = 'FormConflictError';

  constructor(
    message: string,
    /** The file's present text; null if it was deleted. */
    readonly current: string | null,
    /** How the form and the file differ; undefined for a file that was deleted. */
    readonly merge: EntryMerge | undefined,
  ) {
    super(message);
  }
}

/** The model found faults in the form. Nothing was saved. */
export class FormFaultError extends OperatorError {
  override readonly name = 'FormFaultError';

  constructor(
    message: string,
    readonly findings: FormCheck['findings'],
  ) {
    super(message);
  }
}

/** Its errors are those of the storage, with conflicts and faults in the form's terms. */
export interface FormStorage {
  readonly list: (type: ContentTypeName) => Promise<EntryRow[]>;
  /** Resolves to undefined if there is no such file. */
  readonly open: (path: string) => Promise<OpenedEntry | undefined>;
  /** Rejects with a `FormConflictError`, a `FormFaultError`, a `LeavingRefusal` or a `StorageRefusal`. */
  readonly save: (save: FormSave) => Promise<SavedForm>;
  /** Rejects with a `FormConflictError` or a `StorageRefusal`. */
  readonly remove: (path: string, base: string) => Promise<void>;
  readonly check: (form: Omit<FormSave, 'path'> & { readonly id: string }) => FormCheck;
  readonly pictures: () => Promise<UsedPicture[]>;
}

/** Lists show an entry by its title, and its file is named after it: a draft needs one too. */
const noTitle = 'Nothing was saved: give it a title first.';

/** The longest name of a file that is made from a title: an id has at most 64 characters, and may get a number. */
const longestName = 60;

function readEntry(name: string, text: string): OpenedEntry {
  try {
    const fields = parseYaml(text);
    return { path: name, text, fields: isRecord(fields) ? fields : {} };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return { path: name, text, fault: error.message };
  }
}

/** Tells a conflict of the storage as that of a form; any other error stays as it is. */
function toConflict(error: unknown, type: ContentTypeName, base: string | null, form: RawFields): unknown {
  if (!(error instanceof ConflictError)) return error;
  const { current, message } = error;
  if (current === null) return new FormConflictError(message, null, undefined);
  const before = base === null ? undefined : tryParseFields(base);
  const merge = compareVersions(type, { base: before, file: tryParseFields(current) ?? {}, form });
  return new FormConflictError(message, current, merge);
}

/** Opens the storage of a content folder for forms. */
export function openFormStorage(contentFolder: string, storage: EditorStorage): FormStorage {
  const root = path.resolve(contentFolder);
  const base = path.basename(root);
  const folderOf = (type: ContentTypeName) => `${base}/${contentTypes[type].folder}`;
  const describe = createEntryList();

  const write = async (
    { type, fields, isConfirmed, locale, ...save }: FormSave,
    name: string,
  ): Promise<SavedForm> => {
    const text = writeFields(type, fields);
    try {
      const saved = await storage.saveEntry({ path: name, text, base: save.base, isConfirmed });
      return {
        path: name,
        text: saved.text,
        fields: tryParseFields(saved.text) ?? {},
        remarks: describeFindings(type, saved.remarks, locale),
      };
    } catch (error) {
      if (error instanceof EntryRefusal)
        throw new FormFaultError(error.message, describeFindings(type, error.problems, locale));
      throw toConflict(error, type, save.base, fields);
    }
  };

  /** Names a new entry after its title, and with a number where there is an entry of that name. */
  const create = async (save: FormSave, number = 0): Promise<SavedForm> => {
    const title = createSlug(findEntryTitle(save.type, save.fields), longestName) || save.type;
    const name = `${folderOf(save.type)}/${title}${number === 0 ? '' : `-${number}`}.yml`;
    if ((await storage.entry(name)) !== undefined) return create(save, number + 1);
    try {
      return await write(save, name);
    } catch (error) {
      // It was created meanwhile.
      if (error instanceof FormConflictError) return create(save, number + 1);
      throw error;
    }
  };

  return {
    list: async (type) => describe(type, await storage.entries(folderOf(type))),
    open: async (name) => {
      const entry = await storage.entry(name);
      return entry && readEntry(name, entry.text);
    },
    save: async (save) => {
      const { path: name, fields, locale } = save;
      const type = name === null ? save.type : resolveEntryFile(root, name).type;
      const untitled = findMissingTitle(type, fields);
      if (untitled.length > 0) throw new FormFaultError(noTitle, describeFindings(type, untitled, locale));
      return name === null ? create({ ...save, base: null }) : write({ ...save, type }, name);
    },
    remove: async (name, text) => {
      const { type } = resolveEntryFile(root, name);
      try {
        await storage.deleteEntry(name, text);
      } catch (error) {
        throw toConflict(error, type, text, tryParseFields(text) ?? {});
      }
    },
    check: ({ type, id, fields, base: text, locale }) =>
      checkForm(type, id || unnamedId, {
        fields,
        before: text === null ? undefined : tryParseFields(text),
        locale,
      }),
    pictures: async () => {
      const [names, uses] = await Promise.all([storage.pictures(`${base}/media`), findPictureUses(root)]);
      return names.map((name) => {
        const address = name.slice(base.length);
        return { address, usedIn: uses.get(pictureAssetId(address)) ?? [] };
      });
    },
  };
}
