/** The editor's API: a fixed list of actions. Each request is checked before it reaches the storage. */
import { z } from 'zod';
import { editorTranslator } from '@/i18n/editor';
import { locales } from '@/i18n/locales';
import { entryId } from '@/model/fields/fields';
import { problemWords } from '@/model/fields/field-words';
import type { Problem } from '@/model/problems';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import type { ReadEntryStatus } from '../status/read-entry-status';
import { paneRequest, savePane } from './pane';
import type { EntryStorage } from './storage/entries';
import { deletePicture, listPictures, savePicture } from './storage/pictures';
import { StorageRefusal } from './storage/storage-refusal';

const type = z.enum(contentTypeNames);
const id = z.string().max(1024);
const address = z.string().max(1024);
const locale = z.enum(locales);

/** The content of a form. */
const form = {
  type,
  /** Empty for a new entry, whose file is named after its title. */
  id,
  fields: z.record(z.string(), z.unknown()),
  /** The file's text from which the form was filled; null for a new entry. */
  base: z.string().nullable(),
  locale,
};

/** The requests that the editor's page may send. */
const apiRequest = z.discriminatedUnion('action', [
  /** Checks the token. Answers with the key for frames and pictures. */
  z.strictObject({ action: z.literal('connect') }),
  /** Lists the entries of a type. */
  z.strictObject({ action: z.literal('list'), type }),
  /** Opens an entry in a form. */
  z.strictObject({ action: z.literal('open'), type, id }),
  /** `isConfirmed` is true if the editor agrees that other entries go off the site with this one. */
  z.strictObject({ action: z.literal('save'), ...form, isConfirmed: z.boolean().optional() }),
  z.strictObject({ action: z.literal('check'), ...form }),
  z.strictObject({ action: z.literal('pictures') }),
  /** The problems of entries that the site can't show as they are in their files. */
  z.strictObject({ action: z.literal('broken'), locale }),
  /** Answers whether the site has an entry as it is saved; null if that can’t be told. */
  z.strictObject({ action: z.literal('status'), type, id: entryId, locale }),
  z.strictObject({ action: z.literal('delete'), type, id, base: z.string() }),
  z.strictObject({ action: z.literal('savePicture'), address, content: z.base64() }),
  z.strictObject({ action: z.literal('deletePicture'), address }),
  /** Shows a form on the page beside it. */
  paneRequest.extend({ action: z.literal('pane') }),
]);

export type EditorRequest = z.infer<typeof apiRequest>;

/** The dependencies of the API. */
interface EditorServices {
  /** The absolute path of the content folder. */
  readonly root: string;
  readonly paneFile: string;
  readonly key: string;
  readonly entries: EntryStorage;
  readonly broken: () => readonly Problem[];
  readonly readStatus: ReadEntryStatus;
}

/** An entry that the site can't show as it is in its file. */
export interface BrokenEntry {
  readonly type: ContentTypeName;
  readonly id: string;
  readonly text: string;
}

const missingAnswer = { status: 404, body: { error: 'There is no such file any more.' } } as const;

async function runAction(request: EditorRequest, services: EditorServices): Promise<unknown> {
  const { root, paneFile, key, entries, broken, readStatus } = services;
  switch (request.action) {
    case 'connect':
      return { key };
    case 'list':
      return entries.list(request.type);
    case 'open':
      return entries.open(request.type, request.id);
    case 'save':
      return entries.save(request);
    case 'check':
      return entries.check(request);
    case 'pictures':
      return listPictures(root);
    case 'broken': {
      const t = editorTranslator(request.locale);
      return broken().map((problem): BrokenEntry => {
        const { type: of, id: own } = problem;
        return { type: of, id: own, text: problemWords(t, problem) };
      });
    }
    case 'status':
      return (await readStatus(request, request.locale)) ?? null;
    case 'delete':
      await entries.remove(request.type, request.id, request.base);
      return {};
    case 'savePicture':
      await savePicture(root, request.address, request.content);
      return {};
    case 'deletePicture':
      await deletePicture(root, request.address);
      return {};
    case 'pane':
      await savePane(paneFile, request);
      return {};
  }
}

let lastChange: Promise<unknown> = Promise.resolve();

/** Runs a change after the one before has ended, so that nothing changes between a check and a write. */
function runQueued<T>(change: () => Promise<T>): Promise<T> {
  const result = lastChange.then(change);
  lastChange = result.catch(() => undefined);
  return result;
}

const readOnly =
  'The folder of the content can’t be written to. Nothing was saved, and what you typed is still here. Allow changes in the folder’s permissions, then save again.';

const full =
  'The disk is full. Nothing was saved, and what you typed is still here. Free some space, then save again.';

const gone =
  'The folder of the content isn’t there. What you typed is still here. Put the folder back, then try again.';

/** The system’s reasons not to write, by its codes. What can’t be read has other ones. */
const writeReasons: Readonly<Record<string, string>> = {
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  EDQUOT: full,
  ENOSPC: full,
};

const isWriting = ({ action }: EditorRequest) => /^(?:save|delete)/.test(action);

/** Returns an error of the system in words for editors where they can do something about it, else as it is. */
function describeSystemError(request: EditorRequest, error: unknown): string {
  const reasons: typeof writeReasons = { ENOENT: gone, ...(isWriting(request) && writeReasons) };
  const { code = '', message } = (
    error instanceof Error ? error : new Error(String(error))
  ) as NodeJS.ErrnoException;
  return reasons[code] ?? `The system refused: ${message}`;
}

/** Performs a request. It never rejects: errors of the storage become answers. With status 409 it has the file's present text. */
export async function answerApi(body: unknown, services: EditorServices) {
  const request = apiRequest.safeParse(body);
  if (!request.success) {
    return { status: 422, body: { error: 'The editor’s storage has no such action.' } };
  }
  try {
    const run = () => runAction(request.data, services);
    const result = await (isWriting(request.data) ? runQueued(run) : run());
    return result === undefined ? missingAnswer : { status: 200, body: result };
  } catch (error) {
    if (error instanceof StorageRefusal) {
      const { message, details } = error;
      return { status: 'current' in details ? 409 : 422, body: { error: message, ...details } };
    }
    return { status: 500, body: { error: describeSystemError(request.data, error) } };
  }
}
