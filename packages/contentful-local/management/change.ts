/** Changes resources with versions. Contentful refuses a change that doesn't name the present version. */
import { createBadRequest, createNotFound, createOk, type JsonAnswer } from '../answers.ts';
import { applyChange, applyDraft, publishDraft, withdraw, type Stored } from '../versions.ts';
import { versionMismatch } from './answers.ts';
import type { ManagementRequest } from './request.ts';

type Items<Value> = Map<string, Stored<Value>>;

export const isAnswer = (value: Stored<unknown> | JsonAnswer): value is JsonAnswer => 'status' in value;

/** True if a change doesn't name the present version, also without any version. */
export function isStale(before: Stored<unknown> | undefined, { version }: ManagementRequest): boolean {
  return before !== undefined && before.version !== version;
}

/** Saves a new draft, or creates the resource. */
export function saveDraft<Value>(
  items: Items<Value>,
  id: string,
  draft: Value,
  request: ManagementRequest,
): Stored<Value> | JsonAnswer {
  const before = items.get(id);
  if (before?.archivedVersion !== undefined) return createBadRequest('Cannot edit archived');
  if (isStale(before, request)) return versionMismatch;
  if (!before && request.version !== undefined) return createNotFound({ id });
  const after = applyDraft(before, draft);
  items.set(id, after);
  return after;
}

/** Publishes (PUT) or unpublishes (DELETE) a resource. */
export function changePublication<Value>(
  items: Items<Value>,
  id: string,
  request: ManagementRequest,
): Stored<Value> | JsonAnswer {
  const before = items.get(id);
  if (!before) return createNotFound({ id });
  const isUnpublishing = request.method === 'DELETE';
  if (isUnpublishing && before.published === undefined) return createBadRequest('Not published');
  // The client sends no version to unpublish, and the API doesn't need one.
  if (!isUnpublishing && isStale(before, request)) return versionMismatch;
  if (before.archivedVersion !== undefined) return createBadRequest('Cannot publish archived');
  const after = isUnpublishing ? withdraw(before) : publishDraft(before);
  items.set(id, after);
  return after;
}

/** Archives (PUT) or unarchives (DELETE) a resource that isn’t published. */
export function changeArchive<Value>(
  items: Items<Value>,
  id: string,
  { method }: ManagementRequest,
): Stored<Value> | JsonAnswer {
  const before = items.get(id);
  if (!before) return createNotFound({ id });
  if (before.published !== undefined) return createBadRequest('Cannot archive published');
  const after = applyChange(before, { archivedVersion: method === 'DELETE' ? undefined : before.version });
  items.set(id, after);
  return after;
}

export function deleteResource(items: Items<unknown>, id: string): JsonAnswer {
  if (items.get(id)?.published !== undefined) return createBadRequest('Cannot delete published');
  return items.delete(id) ? createOk({}, 204) : createNotFound({ id });
}
