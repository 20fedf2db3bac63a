/** Handles requests to the Management API, as far as this program needs it to set up, write and read a space. */
import type { ContentTypeDefinition } from '@/sources/contentful/model/content-types';
import { readNested, isRecord } from '@/model/json';
import type { WireFields } from '@/sources/contentful/wire';
import { createNotFound, type StandInResult } from '../delivery/answers';
import { environmentId, spaceId } from '../space';
import { answerApps, answerInstallation } from './apps';
import {
  buildAssetJson,
  badBody,
  parseJsonBody,
  createCannot,
  buildContentTypeJson,
  buildEditorJson,
  buildEntryJson,
  buildEnvironmentJson,
  createInvalid,
  fieldNotOmitted,
  notPublished,
  localOrganizationId,
  createManagementPage,
  spaceJson,
  versionMismatch,
} from './management-answers';
import type { ManagementRequest } from './management-request';
import {
  applyChange,
  applyDraft,
  publishDraft,
  type ManagedEntry,
  type ManagedSpace,
  type ManagedResource,
} from './managed-space';
import { checkContentType, deletesVisibleField } from './validate-content-type';
import { checkDraft, checkLinkTargets, checkPublishable } from './validate-write';
import { answerWebhooks } from './webhooks';

/** A field that is sent without validations has an empty list of them. */
const noValidations = { validations: [] };

const createOk = (json: object, status = 200): StandInResult => ({ status, json });

/** True if a change doesn't name the present version: Contentful refuses it, also without any version. */
function isStale(before: ManagedResource<unknown> | undefined, { version }: ManagementRequest): boolean {
  return before !== undefined && before.version !== version;
}

/** Saves a new draft if the request names the present version. */
function saveDraft<Value>(
  items: Map<string, ManagedResource<Value>>,
  id: string,
  draft: Value,
  request: ManagementRequest,
): ManagedResource<Value> | StandInResult {
  const before = items.get(id);
  if (before?.archivedVersion !== undefined) return createCannot('edit archived');
  if (isStale(before, request)) return versionMismatch;
  if (!before && request.version !== undefined) return createNotFound({ id });
  const after = applyDraft(before, draft);
  items.set(id, after);
  return after;
}

/** Publishes (PUT) or unpublishes (DELETE) a resource. */
function changePublication<Value>(
  items: Map<string, ManagedResource<Value>>,
  id: string,
  request: ManagementRequest,
): ManagedResource<Value> | StandInResult {
  const before = items.get(id);
  if (!before) return createNotFound({ id });
  const isUnpublishing = request.method === 'DELETE';
  if (isUnpublishing && before.published === undefined) return notPublished;
  // The client sends no version to unpublish, and the API doesn't need one.
  if (!isUnpublishing && isStale(before, request)) return versionMismatch;
  if (before.archivedVersion !== undefined) return createCannot('publish archived');
  const after = isUnpublishing
    ? applyChange(before, { publishedVersion: undefined, published: undefined, publishedAt: undefined })
    : publishDraft(before);
  items.set(id, after);
  return after;
}

/** Archives (PUT) or unarchives (DELETE) a resource that isn’t published. */
function changeArchive<Value>(
  items: Map<string, ManagedResource<Value>>,
  id: string,
  { method }: ManagementRequest,
): ManagedResource<Value> | StandInResult {
  const before = items.get(id);
  if (!before) return createNotFound({ id });
  if (before.published !== undefined) return createCannot('archive published');
  const after = applyChange(before, { archivedVersion: method === 'DELETE' ? undefined : before.version });
  items.set(id, after);
  return after;
}

function deleteResource(items: Map<string, ManagedResource<unknown>>, id: string): StandInResult {
  if (items.get(id)?.published !== undefined) return createCannot('delete published');
  return items.delete(id) ? createOk({}, 204) : createNotFound({ id });
}

const isResult = (value: ManagedResource<unknown> | StandInResult): value is StandInResult =>
  'status' in value;

function answerContentTypes(
  space: ManagedSpace,
  request: ManagementRequest,
  [id, part]: readonly string[],
): StandInResult {
  if (id === undefined) {
    return createManagementPage(
      [...space.contentTypes].map(([key, stored]) => buildContentTypeJson(key, stored)),
      request.params,
    );
  }
  const stored = space.contentTypes.get(id);
  if (part === 'editor_interface') return answerEditor(space, request, id);
  if (part === 'published') {
    const result = changePublication(space.contentTypes, id, request);
    if (!isResult(result)) dropRemovedValues(space, id, result.draft);
    return isResult(result) ? result : createOk(buildContentTypeJson(id, result));
  }
  if (request.method === 'GET')
    return stored ? createOk(buildContentTypeJson(id, stored)) : createNotFound({ type: 'ContentType', id });
  const body = parseJsonBody(request);
  if (!body) return badBody;
  const sent = body as unknown as ContentTypeDefinition;
  const definition = { ...sent, fields: sent.fields.map((field) => ({ ...noValidations, ...field })) };
  const faults = checkContentType(definition);
  if (faults.length > 0) return createInvalid(faults);
  if (deletesVisibleField(stored?.published, definition)) return fieldNotOmitted;
  const result = saveDraft(space.contentTypes, id, definition, request);
  return isResult(result) ? result : createOk(buildContentTypeJson(id, result), stored ? 200 : 201);
}

/** Takes away what entries have in fields that their type no longer has. That is no new version of an entry. */
function dropRemovedValues(space: ManagedSpace, type: string, { fields }: ContentTypeDefinition): void {
  const ids = new Set(fields.map(({ id }) => id));
  const drop = (entry: ManagedEntry): ManagedEntry => ({
    ...entry,
    fields: Object.fromEntries(Object.entries(entry.fields).filter(([id]) => ids.has(id))),
  });
  for (const [id, entry] of space.entries) {
    if (entry.draft.contentType !== type) continue;
    const published = entry.published && drop(entry.published);
    space.entries.set(id, { ...entry, draft: drop(entry.draft), published });
  }
}

function answerEditor(space: ManagedSpace, request: ManagementRequest, type: string): StandInResult {
  const before = space.editors.get(type) ?? { version: 1, value: { controls: [] } };
  if (!space.contentTypes.get(type)?.published) return createNotFound({ type: 'EditorInterface', id: type });
  if (request.method === 'GET') return createOk(buildEditorJson(type, before.version, before.value));
  if (request.version !== before.version) return versionMismatch;
  const value = parseJsonBody(request);
  if (!value) return badBody;
  space.editors.set(type, { version: before.version + 1, value });
  return createOk(buildEditorJson(type, before.version + 1, value));
}

function answerEntries(
  space: ManagedSpace,
  request: ManagementRequest,
  [id, part]: readonly string[],
): StandInResult {
  if (id === undefined) {
    const type = request.params.get('content_type');
    const items = [...space.entries]
      .filter(([, { draft }]) => type === null || draft.contentType === type)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return createManagementPage(
      items.map(([key, stored]) => buildEntryJson(key, stored)),
      request.params,
    );
  }
  const before = space.entries.get(id);
  if (request.method === 'GET')
    return before ? createOk(buildEntryJson(id, before)) : createNotFound({ type: 'Entry', id });
  if (request.method === 'DELETE' && part === undefined) return deleteResource(space.entries, id);
  if (part === 'archived') {
    const result = changeArchive(space.entries, id, request);
    return isResult(result) ? result : createOk(buildEntryJson(id, result));
  }
  const type = before?.draft.contentType ?? request.contentType ?? '';
  const definition = space.contentTypes.get(type)?.published;
  if (!definition) return createNotFound({ type: 'ContentType', id: type });
  if (part === 'published') {
    const { fields } = request.method === 'PUT' && before ? before.draft : { fields: {} };
    const faults = fields === before?.draft.fields ? checkPublishable(fields, definition, space) : [];
    if (faults.length > 0) return createInvalid(faults, 'InvalidEntry');
    const deadLinks = checkLinkTargets(fields, space);
    if (deadLinks.length > 0) return createInvalid(deadLinks, 'UnresolvedLinks');
    const result = changePublication(space.entries, id, request);
    return isResult(result) ? result : createOk(buildEntryJson(id, result));
  }
  const fields = readNested(parseJsonBody(request), 'fields');
  if (!isRecord(fields)) return badBody;
  const faults = checkDraft(fields as WireFields, definition, space);
  if (faults.length > 0) return createInvalid(faults, 'InvalidEntry');
  const draft = { contentType: type, fields: fields as WireFields };
  const result = saveDraft(space.entries, id, draft, request);
  return isResult(result) ? result : createOk(buildEntryJson(id, result), before ? 200 : 201);
}

function answerAssets(
  space: ManagedSpace,
  request: ManagementRequest,
  [id, part, code]: readonly string[],
): StandInResult {
  if (id === undefined) {
    const items = [...space.assets].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return createManagementPage(
      items.map(([key, stored]) => buildAssetJson(key, stored)),
      request.params,
    );
  }
  const before = space.assets.get(id);
  if (request.method === 'GET')
    return before ? createOk(buildAssetJson(id, before)) : createNotFound({ type: 'Asset', id });
  if (request.method === 'DELETE' && part === undefined) return deleteResource(space.assets, id);
  if (part === 'archived') {
    const result = changeArchive(space.assets, id, request);
    return isResult(result) ? result : createOk(buildAssetJson(id, result));
  }
  if (part === 'files') return processUpload(space, request, id, code ?? '');
  if (part === 'published') {
    const result = changePublication(space.assets, id, request);
    return isResult(result) ? result : createOk(buildAssetJson(id, result));
  }
  const fields = readNested(parseJsonBody(request), 'fields');
  if (!isRecord(fields)) return badBody;
  const result = saveDraft(space.assets, id, { fields: fields as WireFields }, request);
  return isResult(result) ? result : createOk(buildAssetJson(id, result), before ? 200 : 201);
}

/** Assigns an uploaded file to the asset. Contentful takes some time; here it is done at once. */
function processUpload(
  space: ManagedSpace,
  request: ManagementRequest,
  id: string,
  code: string,
): StandInResult {
  const before = space.assets.get(id);
  if (isStale(before, request)) return versionMismatch;
  const file = before?.draft.fields['file']?.[code];
  const bytes = space.uploads.get(String(readNested(file, 'uploadFrom', 'sys', 'id')));
  if (!before || !isRecord(file) || !bytes) return createNotFound({ type: 'Upload' });
  const { contentType, fileName } = file;
  const name = encodeURIComponent(String(fileName));
  const processed = {
    contentType,
    fileName,
    url: `//${request.host}/asset-files/${spaceId}/${encodeURIComponent(id)}/${name}`,
    details: { size: bytes.length },
  };
  space.files.set(id, { id, where: `upload ${id}`, read: () => Promise.resolve(bytes) });
  const draft = {
    fields: { ...before.draft.fields, file: { ...before.draft.fields['file'], [code]: processed } },
  };
  space.assets.set(id, applyChange(before, { draft }));
  return { status: 204, json: {} };
}

function answerUpload(space: ManagedSpace, { body }: ManagementRequest): StandInResult {
  const id = `upload-${space.uploads.size + 1}`;
  space.uploads.set(id, body);
  return createOk({ sys: { type: 'Upload', id } }, 201);
}

function answerLocales(space: ManagedSpace, request: ManagementRequest): StandInResult {
  if (request.method === 'GET') return createManagementPage(space.locales, request.params);
  const { code, name, fallbackCode } = parseJsonBody(request) ?? {};
  if (typeof code !== 'string' || typeof name !== 'string') return badBody;
  if (space.locales.some((locale) => locale.code === code))
    return createInvalid([{ name: 'taken', path: ['code'] }]);
  const locale = {
    code,
    name,
    default: false,
    fallbackCode: typeof fallbackCode === 'string' ? fallbackCode : null,
    sys: { id: code, type: 'Locale' as const, version: 1 },
  };
  space.locales.push(locale);
  return createOk(locale, 201);
}

/** Answers with published states only, like Delivery but in the shape of this API. */
function answerPublished(
  space: ManagedSpace,
  { params }: ManagementRequest,
  collection: string | undefined,
): StandInResult {
  const listPublished = <Value>(items: ReadonlyMap<string, ManagedResource<Value>>) =>
    [...items]
      .flatMap(([id, stored]): [string, ManagedResource<Value>][] =>
        stored.published === undefined ? [] : [[id, { ...stored, draft: stored.published }]],
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (collection === 'entries') {
    const type = params.get('content_type');
    const entries = listPublished(space.entries).filter(
      ([, { draft }]) => type === null || draft.contentType === type,
    );
    return createManagementPage(
      entries.map(([id, one]) => buildEntryJson(id, one)),
      params,
    );
  }
  if (collection === 'assets')
    return createManagementPage(
      listPublished(space.assets).map(([id, one]) => buildAssetJson(id, one)),
      params,
    );
  return createNotFound();
}

/** Answers a request and makes its changes to the space. */
export function answerManagement(space: ManagedSpace, request: ManagementRequest): StandInResult {
  const [inSpace, environments, environment, collection, ...rest] = request.path;
  if (inSpace === localOrganizationId) return answerApps(space, request, request.path.slice(1));
  if (inSpace !== spaceId) return createNotFound({ type: 'Space', id: inSpace });
  if (environments === undefined) return createOk(spaceJson);
  if (environments === 'webhook_definitions') return answerWebhooks(space.webhooks, request, environment);
  if (environments !== 'environments') return createNotFound();
  if (environment === undefined)
    return createManagementPage([buildEnvironmentJson(space.createdAt)], request.params);
  if (environment !== environmentId) return createNotFound({ type: 'Environment', id: environment });
  switch (collection) {
    case undefined:
      return createOk(buildEnvironmentJson(space.createdAt));
    case 'locales':
      return answerLocales(space, request);
    case 'content_types':
      return answerContentTypes(space, request, rest);
    case 'entries':
      return answerEntries(space, request, rest);
    case 'assets':
      return answerAssets(space, request, rest);
    case 'uploads':
      return answerUpload(space, request);
    case 'app_installations':
      return answerInstallation(space, request, rest[0]);
    case 'public':
      return answerPublished(space, request, rest[0]);
    default:
      return createNotFound();
  }
}
