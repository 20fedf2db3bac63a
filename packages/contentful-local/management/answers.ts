/** Creates answers in the shapes of the Management API. */
import { createBadRequest, createError, createPage, type JsonAnswer } from '../answers.ts';
import { createSys, type Content, type ContentType, type Validation } from '../space.ts';
import { describeVersions, type Stored } from '../versions.ts';
import type { ManagementRequest } from './request.ts';

export const versionMismatch = createError(
  409,
  'VersionMismatch',
  'Version mismatch error. The version you specified was incorrect.',
);

export const badBody = createBadRequest('The body you sent is not valid JSON.');

/** A fault of a value, in the shape of the API's error details. */
export interface WriteFault extends Validation {
  readonly name: string;
  readonly path: readonly (string | number)[];
}

/** Entries have other names for it than content types, locales and webhooks. */
export function createInvalid(
  faults: readonly WriteFault[],
  id: 'ValidationFailed' | 'InvalidEntry' | 'UnresolvedLinks' = 'ValidationFailed',
): JsonAnswer {
  return createError(422, id, 'Validation error', { errors: faults });
}

export function buildTypeJson([id, stored]: readonly [string, Stored<ContentType>]): object {
  return { ...stored.draft, sys: { ...createSys('ContentType', id), ...describeVersions(stored) } };
}

/** Builds the JSON of an entry or asset. */
export function buildContentJson(type: 'Entry' | 'Asset', id: string, stored: Stored<Content>): object {
  const { contentType, fields } = stored.draft;
  return {
    metadata: { tags: [], concepts: [] },
    sys: { ...createSys(type, id, contentType), ...describeVersions(stored) },
    fields,
  };
}

/** Creates the page of a collection that the request asks for. */
export function createRequestedPage<Item>(
  all: readonly Item[],
  { params }: ManagementRequest,
  build: (item: Item) => unknown,
): JsonAnswer {
  const [skip, limit] = [Number(params.get('skip') ?? 0), Number(params.get('limit') ?? 100)];
  return createPage(all, { skip, limit }, build);
}
