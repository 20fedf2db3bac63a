/** The versions of a resource: its draft, and perhaps what is published of it. */

/** A resource. Each change increases its version by one. */
export interface Stored<Value> {
  readonly version: number;
  /** The version that was published. If nothing has changed since, it is one less than the present version. */
  readonly publishedVersion?: number | undefined;
  readonly draft: Value;
  readonly published?: Value | undefined;
  /** The version that was archived; undefined if the resource isn't archived. */
  readonly archivedVersion?: number | undefined;
  /** The number of publications. Unpublishing doesn’t reset it. */
  readonly publishedCounter: number;
  /** ISO instants: of the first publication, which unpublishing doesn’t reset, and of the last one. */
  readonly firstPublishedAt?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const currentInstant = () => new Date().toISOString();

/** Changes a resource and increases its version. */
export function applyChange<Value>(before: Stored<Value>, change: Partial<Stored<Value>>): Stored<Value> {
  return { ...before, ...change, version: before.version + 1, updatedAt: currentInstant() };
}

/** Gives a resource a new draft, or creates the resource. */
export function applyDraft<Value>(before: Stored<Value> | undefined, draft: Value): Stored<Value> {
  if (before) return applyChange(before, { draft });
  const now = currentInstant();
  return { version: 1, draft, publishedCounter: 0, createdAt: now, updatedAt: now };
}

/** Publishes the draft of a resource. */
export function publishDraft<Value>(before: Stored<Value>): Stored<Value> {
  const now = currentInstant();
  return applyChange(before, {
    publishedVersion: before.version,
    published: before.draft,
    publishedCounter: before.publishedCounter + 1,
    firstPublishedAt: before.firstPublishedAt ?? now,
    publishedAt: now,
  });
}

/** Unpublishes a resource. */
export function withdraw<Value>(before: Stored<Value>): Stored<Value> {
  return applyChange(before, { publishedVersion: undefined, published: undefined, publishedAt: undefined });
}

/** The part of `sys` with the versions, in the shape of the Management API. Undefined properties aren’t in the JSON. */
export function describeVersions(stored: Stored<unknown>) {
  const updatedBy = { sys: { type: 'Link', linkType: 'User', id: 'local-user' } };
  return { ...stored, draft: undefined, published: undefined, updatedBy };
}
