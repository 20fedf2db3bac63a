/** What the Management API does with a request, as far as setting up, writing and reading a space needs it. */
import type { ContentTypeDefinition } from '@/sources/contentful/model/content-types';
import { dig, isRecord } from '@/sources/contentful/json';
import type { WireFields } from '@/sources/contentful/wire';
import { notFound, type Result } from '../delivery/answers';
import { environmentId, spaceId } from '../space';
import {
  assetJson,
  badBody,
  bodyOf,
  cannot,
  contentTypeJson,
  editorJson,
  entryJson,
  environmentJson,
  invalid,
  notPublished,
  page,
  spaceJson,
  versionMismatch,
} from './management-answers';
import type { ManagementRequest } from './management-request';
import { changed, drafted, publishedNow, type ManagedSpace, type ManagedResource } from './managed-space';
import { contentTypeFaults, draftFaults, publishFaults } from './validate-write';
import { webhooks } from './webhooks';

/** A field that is sent without validations has an empty list of them. */
const noValidations = { validations: [] };

const ok = (json: object, status = 200): Result => ({ status, json });

/** True where a change is made without having seen the present version: Contentful refuses it, also without a version. */
function isStale(before: ManagedResource<unknown> | undefined, { version }: ManagementRequest): boolean {
  return before !== undefined && before.version !== version;
}

/** Puts a new draft where the client has seen the present version. */
function saved<Value>(
  items: Map<string, ManagedResource<Value>>,
  id: string,
  draft: Value,
  request: ManagementRequest,
): ManagedResource<Value> | Result {
  const before = items.get(id);
  if (before?.archivedVersion !== undefined) return cannot('edit archived');
  if (isStale(before, request)) return versionMismatch;
  if (!before && request.version !== undefined) return notFound({ id });
  const after = drafted(before, draft);
  items.set(id, after);
  return after;
}

/** Publishes (PUT) or unpublishes (DELETE) what is there. */
function publication<Value>(
  items: Map<string, ManagedResource<Value>>,
  id: string,
  request: ManagementRequest,
): ManagedResource<Value> | Result {
  const before = items.get(id);
  if (!before) return notFound({ id });
  const isUnpublishing = request.method === 'DELETE';
  if (isUnpublishing && before.published === undefined) return notPublished;
  // The client sends no version to unpublish, and none is asked for.
  if (!isUnpublishing && isStale(before, request)) return versionMismatch;
  if (before.archivedVersion !== undefined) return cannot('publish archived');
  const after = isUnpublishing
    ? changed(before, { publishedVersion: undefined, published: undefined })
    : publishedNow(before);
  items.set(id, after);
  return after;
}

/** Archives (PUT) or unarchives (DELETE) what isn’t published. */
function archiving<Value>(
  items: Map<string, ManagedResource<Value>>,
  id: string,
  { method }: ManagementRequest,
): ManagedResource<Value> | Result {
  const before = items.get(id);
  if (!before) return notFound({ id });
  if (before.published !== undefined) return cannot('archive published');
  const after = changed(before, { archivedVersion: method === 'DELETE' ? undefined : before.version });
  items.set(id, after);
  return after;
}

function deletion(items: Map<string, ManagedResource<unknown>>, id: string): Result {
  if (items.get(id)?.published !== undefined) return cannot('delete published');
  return items.delete(id) ? ok({}, 204) : notFound({ id });
}

const isResult = (value: ManagedResource<unknown> | Result): value is Result => 'status' in value;

function contentTypes(
  space: ManagedSpace,
  request: ManagementRequest,
  [id, part]: readonly string[],
): Result {
  if (id === undefined) {
    return page(
      [...space.contentTypes].map(([key, stored]) => contentTypeJson(key, stored)),
      request.params,
    );
  }
  const stored = space.contentTypes.get(id);
  if (part === 'editor_interface') return editor(space, request, id);
  if (part === 'published') {
    const result = publication(space.contentTypes, id, request);
    return isResult(result) ? result : ok(contentTypeJson(id, result));
  }
  if (request.method === 'GET')
    return stored ? ok(contentTypeJson(id, stored)) : notFound({ type: 'ContentType', id });
  const body = bodyOf(request);
  if (!body) return badBody;
  const sent = body as unknown as ContentTypeDefinition;
  const definition = { ...sent, fields: sent.fields.map((field) => ({ ...noValidations, ...field })) };
  const faults = contentTypeFaults(definition);
  if (faults.length > 0) return invalid(faults);
  const result = saved(space.contentTypes, id, definition, request);
  return isResult(result) ? result : ok(contentTypeJson(id, result), stored ? 200 : 201);
}

function editor(space: ManagedSpace, request: ManagementRequest, type: string): Result {
  const before = space.editors.get(type) ?? { version: 1, value: { controls: [] } };
  if (!space.contentTypes.get(type)?.published) return notFound({ type: 'EditorInterface', id: type });
  if (request.method === 'GET') return ok(editorJson(type, before.version, before.value));
  if (request.version !== before.version) return versionMismatch;
  const value = bodyOf(request);
  if (!value) return badBody;
  space.editors.set(type, { version: before.version + 1, value });
  return ok(editorJson(type, before.version + 1, value));
}

function entries(space: ManagedSpace, request: ManagementRequest, [id, part]: readonly string[]): Result {
  if (id === undefined) {
    const type = request.params.get('content_type');
    const items = [...space.entries]
      .filter(([, { draft }]) => type === null || draft.contentType === type)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return page(
      items.map(([key, stored]) => entryJson(key, stored)),
      request.params,
    );
  }
  const before = space.entries.get(id);
  if (request.method === 'GET') return before ? ok(entryJson(id, before)) : notFound({ type: 'Entry', id });
  if (request.method === 'DELETE' && part === undefined) return deletion(space.entries, id);
  if (part === 'archived') {
    const result = archiving(space.entries, id, request);
    return isResult(result) ? result : ok(entryJson(id, result));
  }
  const type = before?.draft.contentType ?? request.contentType ?? '';
  const definition = space.contentTypes.get(type)?.published;
  if (!definition) return notFound({ type: 'ContentType', id: type });
  if (part === 'published') {
    const faults =
      request.method === 'PUT' && before ? publishFaults(before.draft.fields, definition, space) : [];
    if (faults.length > 0) return invalid(faults);
    const result = publication(space.entries, id, request);
    return isResult(result) ? result : ok(entryJson(id, result));
  }
  const fields = dig(bodyOf(request), 'fields');
  if (!isRecord(fields)) return badBody;
  const faults = draftFaults(fields as WireFields, definition, space);
  if (faults.length > 0) return invalid(faults);
  const draft = { contentType: type, fields: fields as WireFields };
  const result = saved(space.entries, id, draft, request);
  return isResult(result) ? result : ok(entryJson(id, result), before ? 200 : 201);
}

function assets(
  space: ManagedSpace,
  request: ManagementRequest,
  [id, part, code]: readonly string[],
): Result {
  if (id === undefined) {
    const items = [...space.assets].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return page(
      items.map(([key, stored]) => assetJson(key, stored)),
      request.params,
    );
  }
  const before = space.assets.get(id);
  if (request.method === 'GET') return before ? ok(assetJson(id, before)) : notFound({ type: 'Asset', id });
  if (request.method === 'DELETE' && part === undefined) return deletion(space.assets, id);
  if (part === 'archived') {
    const result = archiving(space.assets, id, request);
    return isResult(result) ? result : ok(assetJson(id, result));
  }
  if (part === 'files') return process(space, request, id, code ?? '');
  if (part === 'published') {
    const result = publication(space.assets, id, request);
    return isResult(result) ? result : ok(assetJson(id, result));
  }
  const fields = dig(bodyOf(request), 'fields');
  if (!isRecord(fields)) return badBody;
  const result = saved(space.assets, id, { fields: fields as WireFields }, request);
  return isResult(result) ? result : ok(assetJson(id, result), before ? 200 : 201);
}

/** Makes an uploaded file the asset's; here it is done at once. */
function process(space: ManagedSpace, request: ManagementRequest, id: string, code: string): Result {
  const before = space.assets.get(id);
  if (isStale(before, request)) return versionMismatch;
  const file = before?.draft.fields['file']?.[code];
  const bytes = space.uploads.get(String(dig(file, 'uploadFrom', 'sys', 'id')));
  if (!before || !isRecord(file) || !bytes) return notFound({ type: 'Upload' });
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
  space.assets.set(id, changed(before, { draft }));
  return { status: 204, json: {} };
}

function upload(space: ManagedSpace, { body }: ManagementRequest): Result {
  const id = `upload-${space.uploads.size + 1}`;
  space.uploads.set(id, body);
  return ok({ sys: { type: 'Upload', id } }, 201);
}

function locales(space: ManagedSpace, request: ManagementRequest): Result {
  if (request.method === 'GET') return page(space.locales, request.params);
  const { code, name, fallbackCode } = bodyOf(request) ?? {};
  if (typeof code !== 'string' || typeof name !== 'string') return badBody;
  if (space.locales.some((locale) => locale.code === code))
    return invalid([{ name: 'taken', path: ['code'] }]);
  const locale = {
    code,
    name,
    default: false,
    fallbackCode: typeof fallbackCode === 'string' ? fallbackCode : null,
    sys: { id: code, type: 'Locale' as const, version: 1 },
  };
  space.locales.push(locale);
  return ok(locale, 201);
}

/** Published states only, as Delivery has them, in this API's shape. */
function published(
  space: ManagedSpace,
  { params }: ManagementRequest,
  collection: string | undefined,
): Result {
  const live = <Value>(items: ReadonlyMap<string, ManagedResource<Value>>) =>
    [...items]
      .flatMap(([id, stored]): [string, ManagedResource<Value>][] =>
        stored.published === undefined ? [] : [[id, { ...stored, draft: stored.published }]],
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (collection === 'entries')
    return page(
      live(space.entries).map(([id, one]) => entryJson(id, one)),
      params,
    );
  if (collection === 'assets')
    return page(
      live(space.assets).map(([id, one]) => assetJson(id, one)),
      params,
    );
  return notFound();
}

/** Answers a request, and changes the space where it says so. */
export function manage(space: ManagedSpace, request: ManagementRequest): Result {
  const [inSpace, environments, environment, collection, ...rest] = request.path;
  if (inSpace !== spaceId) return notFound({ type: 'Space', id: inSpace });
  if (environments === undefined) return ok(spaceJson);
  if (environments === 'webhook_definitions') return webhooks(space.webhooks, request, environment);
  if (environments !== 'environments') return notFound();
  if (environment === undefined) return page([environmentJson(space.createdAt)], request.params);
  if (environment !== environmentId) return notFound({ type: 'Environment', id: environment });
  switch (collection) {
    case undefined:
      return ok(environmentJson(space.createdAt));
    case 'locales':
      return locales(space, request);
    case 'content_types':
      return contentTypes(space, request, rest);
    case 'entries':
      return entries(space, request, rest);
    case 'assets':
      return assets(space, request, rest);
    case 'uploads':
      return upload(space, request);
    case 'public':
      return published(space, request, rest[0]);
    default:
      return notFound();
  }
}
