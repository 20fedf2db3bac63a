/** Handles requests about entries and assets. */
import { createNotFound, createOk, type JsonAnswer } from '../answers.ts';
import { isRecord, readNested } from '../json.ts';
import { listById, spaceId, type Content, type Fields, type Space } from '../space.ts';
import { applyChange, type Stored } from '../versions.ts';
import { badBody, buildContentJson, createInvalid, createRequestedPage, versionMismatch } from './answers.ts';
import { changeArchive, changePublication, deleteResource, isAnswer, isStale, saveDraft } from './change.ts';
import { parseBody, type ManagementRequest } from './request.ts';
import { checkDraft, checkLinkTargets, checkPublishable } from './validate-write.ts';

type Type = 'Entry' | 'Asset';

const itemsOf = (space: Space, type: Type) => (type === 'Entry' ? space.entries : space.assets);

/** Answers with the latest states, or with published ones only: those of Delivery in the shape of this API. */
export function listContent(
  space: Space,
  request: ManagementRequest,
  type: Type,
  isPublished: boolean,
): JsonAnswer {
  const contentType = request.params.get('content_type');
  const items = listById(itemsOf(space, type))
    .filter(([, { draft }]) => contentType === null || draft.contentType === contentType)
    .flatMap(([id, stored]): [string, Stored<Content>][] => {
      if (!isPublished) return [[id, stored]];
      return stored.published ? [[id, { ...stored, draft: stored.published }]] : [];
    });
  return createRequestedPage(items, request, ([id, stored]) => buildContentJson(type, id, stored));
}

export async function answerContent(
  space: Space,
  request: ManagementRequest,
  type: Type,
  [id, part, code = '']: readonly string[],
): Promise<JsonAnswer> {
  if (id === undefined) return listContent(space, request, type, false);
  const items = itemsOf(space, type);
  const before = items.get(id);
  const build = (result: Stored<Content> | JsonAnswer, status = 200) =>
    isAnswer(result) ? result : createOk(buildContentJson(type, id, result), status);
  if (request.method === 'GET') return build(before ?? createNotFound({ type, id }));
  if (part === 'archived') return build(changeArchive(items, id, request));
  if (part === 'files') return processUpload(space, request, id, code);
  if (part === 'published') {
    const refusal =
      type === 'Entry' && request.method === 'PUT' ? refusePublication(space, before) : undefined;
    const result = refusal ?? changePublication(items, id, request);
    if (!isAnswer(result)) space.changes.push({ type, id, at: result.updatedAt });
    return build(result);
  }
  if (request.method === 'DELETE') return deleteResource(items, id);
  const fields = readNested(parseBody(request), 'fields');
  if (!isRecord(fields)) return badBody;
  const draft = { ...before?.draft, fields: fields as Fields };
  if (type === 'Asset') return build(saveDraft(items, id, draft, request), before ? 200 : 201);
  const contentType = draft.contentType ?? request.contentType ?? '';
  const definition = space.contentTypes.get(contentType)?.published;
  if (!definition) return createNotFound({ type: 'ContentType', id: contentType });
  const faults = checkDraft(draft.fields, definition, space);
  if (faults.length > 0) return createInvalid(faults, 'InvalidEntry');
  return build(saveDraft(items, id, { ...draft, contentType }, request), before ? 200 : 201);
}

/** Returns the reason why an entry can't be published; undefined without one. */
function refusePublication(space: Space, before: Stored<Content> | undefined): JsonAnswer | undefined {
  if (!before) return undefined;
  const { contentType = '', fields } = before.draft;
  const definition = space.contentTypes.get(contentType)?.published;
  if (!definition) return createNotFound({ type: 'ContentType', id: contentType });
  const faults = checkPublishable(fields, definition, space);
  if (faults.length > 0) return createInvalid(faults, 'InvalidEntry');
  const deadLinks = checkLinkTargets(fields, space);
  return deadLinks.length > 0 ? createInvalid(deadLinks, 'UnresolvedLinks') : undefined;
}

/** Assigns an uploaded file to the asset. Contentful takes some time; here it is done at once. */
async function processUpload(
  space: Space,
  request: ManagementRequest,
  id: string,
  code: string,
): Promise<JsonAnswer> {
  const before = space.assets.get(id);
  if (isStale(before, request)) return versionMismatch;
  const file = before?.draft.fields['file']?.[code];
  const bytes = space.uploads.get(String(readNested(file, 'uploadFrom', 'sys', 'id')));
  if (!before || !isRecord(file) || !bytes) return createNotFound({ type: 'Upload' });
  const { contentType, fileName } = file;
  const path = `asset-files/${spaceId}/${encodeURIComponent(id)}/${encodeURIComponent(String(fileName))}`;
  await space.files.write(path, bytes);
  const processed = {
    contentType,
    fileName,
    url: `//${request.host}/${path}`,
    details: { size: bytes.length },
  };
  const draft = {
    fields: { ...before.draft.fields, file: { ...before.draft.fields['file'], [code]: processed } },
  };
  space.assets.set(id, applyChange(before, { draft }));
  return createOk({}, 204);
}
