/** Answers requests to the Sync API: everything that is published, and later what was published or unpublished since. */
import { createBadRequest, createOk, type JsonAnswer } from '../answers.ts';
import { createSys, environmentId, spaceId, type Space } from '../space.ts';
import { buildShownJson, listShown, showContent } from './shown.ts';

/** Returns the answer to a request, on a single page. `url` is that of the server. */
export function answerSync(params: URLSearchParams, space: Space, url: string): JsonAnswer {
  const items =
    params.get('initial') === 'true' ? listAll(space) : listChanges(space, params.get('sync_token'));
  if (!items) return createBadRequest('Ask with initial=true, or with the sync_token of an earlier answer.');
  const token = `${Date.parse(space.createdAt)}-${space.changes.length}`;
  const nextSyncUrl = `${url}/spaces/${spaceId}/environments/${environmentId}/sync?sync_token=${token}`;
  return createOk({ sys: { type: 'Array' }, items, nextSyncUrl });
}

const listAll = (space: Space) =>
  (['Entry', 'Asset'] as const).flatMap((type) =>
    listShown(space, type, false).map((one) => buildShownJson(one, space)),
  );

/** Lists what changed after a token; undefined if no answer had it since the server started. */
function listChanges(space: Space, token: string | null): object[] | undefined {
  const [start, count = Number.NaN] = (token ?? '').split('-').map(Number);
  if (start !== Date.parse(space.createdAt) || !(count <= space.changes.length)) return undefined;
  const changed = new Map(space.changes.slice(count).map((one) => [`${one.type} ${one.id}`, one]));
  return [...changed.values()].map(({ type, id, at }) => {
    const stored = (type === 'Entry' ? space.entries : space.assets).get(id);
    const shown = stored && showContent(type, id, stored, false);
    if (shown) return buildShownJson(shown, space);
    return { sys: { ...createSys(`Deleted${type}`, id), createdAt: at, updatedAt: at, deletedAt: at } };
  });
}
