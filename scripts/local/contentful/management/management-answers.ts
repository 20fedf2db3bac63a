/** Answers of the Management API in its own shapes. */
import type { Result } from '../delivery/answers';
import { environmentId, spaceId, sysOf } from '../space';
import { someDay, type ManagedResource, type ManagedEntry } from './managed-space';
import type { ManagementRequest } from './management-request';
import type { WriteFault } from './validate-write';
import type { ContentTypeDefinition } from '@/sources/contentful/model/content-types';
import { isRecord } from '@/sources/contentful/json';
import type { WireFields } from '@/sources/contentful/wire';

function failure(status: number, id: string, message: string, details?: object): Result {
  return {
    status,
    json: { sys: { type: 'Error', id }, message, ...(details === undefined ? {} : { details }) },
  };
}

export const versionMismatch = failure(
  409,
  'VersionMismatch',
  'Version mismatch error. The version you specified was incorrect.',
);

export const notPublished = failure(400, 'BadRequest', 'Not published');

/** `Cannot edit archived`, `Cannot delete published`. */
export function cannot(action: string): Result {
  return failure(400, 'BadRequest', `Cannot ${action}`);
}

export function invalid(faults: readonly WriteFault[]): Result {
  return failure(422, 'ValidationFailed', 'Validation error', { errors: faults });
}

export const badBody = failure(400, 'BadRequest', 'The body you sent is not valid JSON.');

/** The part of `sys` that says which version something is. Undefined members aren’t written out. */
function versions(stored: ManagedResource<unknown>) {
  const { version, publishedVersion, archivedVersion, publishedCounter, firstPublishedAt, updatedAt } =
    stored;
  return {
    version,
    publishedVersion,
    archivedVersion,
    publishedCounter,
    firstPublishedAt,
    updatedAt,
    updatedBy: { sys: { type: 'Link', linkType: 'User', id: 'local-user' } },
  };
}

function plainSys(type: string, id: string, contentType?: string): object {
  // What is undefined isn’t written out: Delivery alone says these.
  return { ...sysOf(type, id, someDay, contentType), revision: undefined, publishedVersion: undefined };
}

export function contentTypeJson(id: string, stored: ManagedResource<ContentTypeDefinition>): object {
  return { sys: { ...plainSys('ContentType', id), ...versions(stored) }, ...stored.draft };
}

export function editorJson(contentType: string, version: number, value: object): object {
  return { ...value, sys: { ...plainSys('EditorInterface', 'default', contentType), version } };
}

const metadata = { tags: [], concepts: [] };

export function entryJson(id: string, stored: ManagedResource<ManagedEntry>): object {
  const { contentType, fields } = stored.draft;
  return { metadata, sys: { ...plainSys('Entry', id, contentType), ...versions(stored) }, fields };
}

export function assetJson(id: string, stored: ManagedResource<{ readonly fields: WireFields }>): object {
  return { metadata, sys: { ...plainSys('Asset', id), ...versions(stored) }, fields: stored.draft.fields };
}

/** A page of a collection. */
export function page(items: readonly object[], params: URLSearchParams): Result {
  const [skip, limit] = [Number(params.get('skip') ?? 0), Number(params.get('limit') ?? 100)];
  const json = {
    sys: { type: 'Array' },
    total: items.length,
    skip,
    limit,
    items: items.slice(skip, skip + limit),
  };
  return { status: 200, json };
}

export const spaceJson = { sys: { type: 'Space', id: spaceId, version: 1 }, name: 'Local' };

export function environmentJson(createdAt: string): object {
  return {
    sys: {
      type: 'Environment',
      id: environmentId,
      version: 1,
      createdAt,
      status: { sys: { type: 'Link', linkType: 'Status', id: 'ready' } },
    },
    name: environmentId,
  };
}

/** What was sent, where it is a JSON object. */
export function bodyOf({
  body,
}: Pick<ManagementRequest, 'body'>): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
