/** Creates answers in the shapes of the Management API. */
import type { StandInResult } from '../delivery/answers';
import { environmentId, spaceId, createSys } from '../space';
import { someDay, type ManagedResource, type ManagedEntry } from './managed-space';
import type { ManagementRequest } from './management-request';
import type { WriteFault } from './validate-write';
import type { ContentTypeDefinition } from '@/sources/contentful/model/content-types';
import { isRecord } from '@/model/json';
import type { WireFields } from '@/sources/contentful/wire';

function createFailure(status: number, id: string, message: string, details?: object): StandInResult {
  return {
    status,
    json: { sys: { type: 'Error', id }, message, ...(details === undefined ? {} : { details }) },
  };
}

export const versionMismatch = createFailure(
  409,
  'VersionMismatch',
  'Version mismatch error. The version you specified was incorrect.',
);

export const notPublished = createFailure(400, 'BadRequest', 'Not published');

/** `Cannot edit archived`, `Cannot delete published`. */
export function createCannot(action: string): StandInResult {
  return createFailure(400, 'BadRequest', `Cannot ${action}`);
}

/** Entries have other names for it than content types, locales and webhooks. */
export function createInvalid(
  faults: readonly WriteFault[],
  id: 'ValidationFailed' | 'InvalidEntry' | 'UnresolvedLinks' = 'ValidationFailed',
): StandInResult {
  return createFailure(422, id, 'Validation error', { errors: faults });
}

export const fieldNotOmitted = createFailure(
  400,
  'BadRequest',
  'You need to omit a field before deleting it.',
);

export const badBody = createFailure(400, 'BadRequest', 'The body you sent is not valid JSON.');

/** Builds the part of `sys` with the versions. Undefined properties aren’t in the JSON. */
function buildVersions(stored: ManagedResource<unknown>) {
  const { version, publishedVersion, archivedVersion, publishedCounter } = stored;
  const { firstPublishedAt, publishedAt, updatedAt } = stored;
  return {
    version,
    publishedVersion,
    archivedVersion,
    publishedCounter,
    firstPublishedAt,
    publishedAt,
    updatedAt,
    updatedBy: { sys: { type: 'Link', linkType: 'User', id: 'local-user' } },
  };
}

function buildSys(type: string, id: string, contentType?: string): object {
  // Undefined properties aren’t in the JSON: only Delivery has these two.
  return { ...createSys(type, id, someDay, contentType), revision: undefined, publishedVersion: undefined };
}

export function buildContentTypeJson(id: string, stored: ManagedResource<ContentTypeDefinition>): object {
  return { sys: { ...buildSys('ContentType', id), ...buildVersions(stored) }, ...stored.draft };
}

export function buildEditorJson(contentType: string, version: number, value: object): object {
  return { ...value, sys: { ...buildSys('EditorInterface', 'default', contentType), version } };
}

const metadata = { tags: [], concepts: [] };

export function buildEntryJson(id: string, stored: ManagedResource<ManagedEntry>): object {
  const { contentType, fields } = stored.draft;
  return { metadata, sys: { ...buildSys('Entry', id, contentType), ...buildVersions(stored) }, fields };
}

export function buildAssetJson(id: string, stored: ManagedResource<{ readonly fields: WireFields }>): object {
  return {
    metadata,
    sys: { ...buildSys('Asset', id), ...buildVersions(stored) },
    fields: stored.draft.fields,
  };
}

export function createManagementPage(items: readonly object[], params: URLSearchParams): StandInResult {
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

/** The organization that the space belongs to. */
export const localOrganizationId = 'local-organization';

const organization = { sys: { type: 'Link', linkType: 'Organization', id: localOrganizationId } };

export const spaceJson = { sys: { type: 'Space', id: spaceId, version: 1, organization }, name: 'Local' };

export function buildEnvironmentJson(createdAt: string): object {
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

/** Parses the body of a request; undefined if it isn't a JSON object. */
export function parseJsonBody({
  body,
}: Pick<ManagementRequest, 'body'>): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
