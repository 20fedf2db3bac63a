/** The editor's API: a fixed list of actions. Each request is checked before it reaches the storage. */
import { locales } from '@/i18n/locales';
import { entryId } from '@/model/fields/fields';
import { contentTypeNames } from '@/model/types/entry';
import { ContentPathError } from './storage/content-path';
import type { Problem } from '@/model/problems';
import { describeBroken } from './entry/broken-entries';
import { FormConflictError, FormFaultError, type FormStorage } from './entry/form-storage';
import type { EditorStorage } from './storage/storage';
import { LeavingRefusal, StorageRefusal } from './storage/storage-errors';
import { z } from 'zod';
import type { ReadEntryStatus } from '../status/read-entry-status';

const path = z.string().min(1).max(1024);
const type = z.enum(contentTypeNames);
const fields = z.record(z.string(), z.unknown());
const locale = z.enum(locales);
const picture = z.strictObject({ path, content: z.base64() });

/** The requests that the editor's page may send. */
const apiRequest = z.discriminatedUnion('action', [
  /** Checks the token. */
  z.strictObject({ action: z.literal('connect') }),
  /** Lists the entries of a type. */
  z.strictObject({ action: z.literal('list'), type }),
  /** Opens an entry in a form. */
  z.strictObject({ action: z.literal('open'), path }),
  /** Saves what is in a form. */
  z.strictObject({
    action: z.literal('save'),
    type,
    /** Null for a new entry, whose file is named after its title. */
    path: path.nullable(),
    fields,
    /** The file's text from which the form was filled; null for a new entry. */
    base: z.string().nullable(),
    /** True if the editor agrees that other entries go off the site with this one. */
    isConfirmed: z.boolean().optional(),
    locale,
  }),
  /** Checks what is in a form. `id` is empty for a new entry. */
  z.strictObject({
    action: z.literal('check'),
    type,
    id: entryId.or(z.literal('')),
    fields,
    base: z.string().nullable(),
    locale,
  }),
  z.strictObject({ action: z.literal('pictures') }),
  /** The problems of entries that the site can't show as they are in their files. */
  z.strictObject({ action: z.literal('broken'), locale }),
  /** Answers whether the site has an entry as it is saved; null if that can’t be told. */
  z.strictObject({
    action: z.literal('status'),
    type,
    id: entryId,
    locale,
  }),
  z.strictObject({ action: z.literal('delete'), path, base: z.string() }),
  z.strictObject({ action: z.literal('picture'), path }),
  z.strictObject({ action: z.literal('savePicture'), picture }),
  z.strictObject({ action: z.literal('deletePicture'), path, id: z.string() }),
]);

export type EditorRequest = z.infer<typeof apiRequest>;

/** The dependencies of the API. */
interface EditorServices {
  readonly storage: EditorStorage;
  readonly broken: () => readonly Problem[];
  readonly readStatus: ReadEntryStatus;
  readonly forms: FormStorage;
}

/** An answer in JSON. With status 409 it contains the file's present text. */
interface EditorAnswer {
  readonly status: 200 | 404 | 409 | 422 | 500;
  readonly body: unknown;
}

const missingAnswer = { status: 404, body: { error: 'There is no such file any more.' } } as const;

async function runAction(
  request: EditorRequest,
  { storage, broken, readStatus, forms }: EditorServices,
): Promise<unknown> {
  switch (request.action) {
    case 'connect':
      return {};
    case 'list':
      return forms.list(request.type);
    case 'open':
      return forms.open(request.path);
    case 'save':
      return forms.save(request);
    case 'check':
      return forms.check(request);
    case 'pictures':
      return forms.pictures();
    case 'broken':
      return describeBroken(broken(), request.locale);
    case 'status':
      return (await readStatus(request, request.locale)) ?? null;
    case 'delete':
      await forms.remove(request.path, request.base);
      return {};
    case 'picture':
      return storage.picture(request.path);
    case 'savePicture':
      return storage.savePicture(request.picture);
    case 'deletePicture':
      await storage.deletePicture(request.path, request.id);
      return {};
  }
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

/** Performs a request. It never rejects: errors of the storage become answers. */
export async function answerApi(body: unknown, services: EditorServices): Promise<EditorAnswer> {
  const request = apiRequest.safeParse(body);
  if (!request.success) {
    return { status: 422, body: { error: 'The editor’s storage has no such action.' } };
  }
  try {
    const result = await runAction(request.data, services);
    return result === undefined ? missingAnswer : { status: 200, body: result };
  } catch (error) {
    if (error instanceof FormConflictError)
      return { status: 409, body: { error: error.message, current: error.current, merge: error.merge } };
    if (error instanceof FormFaultError)
      return { status: 422, body: { error: error.message, findings: error.findings } };
    if (error instanceof LeavingRefusal) {
      return { status: 422, body: { error: error.message, leaving: error.leaving } };
    }
    if (error instanceof ContentPathError || error instanceof StorageRefusal) {
      return { status: 422, body: { error: error.message } };
    }
    return { status: 500, body: { error: describeSystemError(request.data, error) } };
  }
}
