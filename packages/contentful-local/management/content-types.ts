/** Handles requests about content types, with the faults that Contentful finds in them, and about their editors. */
import { createBadRequest, createNotFound, createOk, type JsonAnswer } from '../answers.ts';
import { createSys, type Content, type ContentType, type Field, type Space } from '../space.ts';
import { badBody, buildTypeJson, createInvalid, createRequestedPage, versionMismatch } from './answers.ts';
import type { WriteFault } from './answers.ts';
import { changePublication, isAnswer, saveDraft } from './change.ts';
import { parseBody, type ManagementRequest } from './request.ts';

const maximumFields = 50;

const isSound = ({ id, type, items, linkType }: Field) =>
  /^[a-zA-Z][a-zA-Z0-9_]{0,63}$/.test(id) &&
  (type !== 'Array' || items !== undefined) &&
  (type !== 'Link' || linkType !== undefined);

function checkContentType({ displayField, fields }: ContentType): WriteFault[] {
  const ids = fields.map(({ id }) => id);
  const details = `Size must be at most ${maximumFields}`;
  return [
    ...(fields.length > maximumFields
      ? [{ name: 'size', path: ['fields'], max: maximumFields, details }]
      : []),
    ...(new Set(ids).size < ids.length ? [{ name: 'uniqueFieldIds', path: ['fields'] }] : []),
    ...(ids.includes(displayField) ? [] : [{ name: 'unknown', path: ['displayField'] }]),
    ...fields.flatMap((field, index) =>
      isSound(field) ? [] : [{ name: 'invalid', path: ['fields', index] }],
    ),
  ];
}

/** True if a change takes a published field away that wasn't omitted before. Contentful refuses that. */
function deletesVisibleField(published: ContentType | undefined, { fields }: ContentType): boolean {
  const ids = new Set(fields.map(({ id }) => id));
  return (published?.fields ?? []).some(({ id, omitted }) => omitted !== true && !ids.has(id));
}

export function answerContentTypes(
  space: Space,
  request: ManagementRequest,
  [id, part]: readonly string[],
): JsonAnswer {
  if (id === undefined) return createRequestedPage([...space.contentTypes], request, buildTypeJson);
  const before = space.contentTypes.get(id);
  if (part === 'editor_interface') return answerEditor(space, request, id);
  if (part === 'published') {
    const result = changePublication(space.contentTypes, id, request);
    if (isAnswer(result)) return result;
    dropRemovedValues(space, id, result.draft);
    return createOk(buildTypeJson([id, result]));
  }
  if (request.method === 'GET')
    return before ? createOk(buildTypeJson([id, before])) : createNotFound({ type: 'ContentType', id });
  const body = parseBody(request);
  if (!Array.isArray(body?.['fields'])) return badBody;
  const sent = body as unknown as ContentType;
  // A field that is sent without validations has an empty list of them.
  const type = { ...sent, fields: sent.fields.map((field) => ({ validations: [], ...field })) };
  const faults = checkContentType(type);
  if (faults.length > 0) return createInvalid(faults);
  if (deletesVisibleField(before?.published, type))
    return createBadRequest('You need to omit a field before deleting it.');
  const result = saveDraft(space.contentTypes, id, type, request);
  return isAnswer(result) ? result : createOk(buildTypeJson([id, result]), before ? 200 : 201);
}

/** Takes away what entries have in fields that their type no longer has. That is no new version of an entry. */
function dropRemovedValues(space: Space, type: string, { fields }: ContentType): void {
  const ids = new Set(fields.map(({ id }) => id));
  const drop = (content: Content): Content => ({
    ...content,
    fields: Object.fromEntries(Object.entries(content.fields).filter(([id]) => ids.has(id))),
  });
  for (const [id, entry] of space.entries) {
    if (entry.draft.contentType !== type) continue;
    const published = entry.published && drop(entry.published);
    space.entries.set(id, { ...entry, draft: drop(entry.draft), published });
  }
}

function answerEditor(
  { editors, contentTypes }: Space,
  request: ManagementRequest,
  type: string,
): JsonAnswer {
  const before = editors.get(type) ?? { version: 1, value: { controls: [] } };
  if (!contentTypes.get(type)?.published) return createNotFound({ type: 'EditorInterface', id: type });
  const build = (version: number, value: object) =>
    createOk({ ...value, sys: { ...createSys('EditorInterface', 'default', type), version } });
  if (request.method === 'GET') return build(before.version, before.value);
  if (request.version !== before.version) return versionMismatch;
  const value = parseBody(request);
  if (!value) return badBody;
  editors.set(type, { version: before.version + 1, value });
  return build(before.version + 1, value);
}
