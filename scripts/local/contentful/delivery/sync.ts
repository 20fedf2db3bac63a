/** Answers the Sync API as Contentful does: everything at first, then what was published and unpublished since. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { createBadRequest, type StandInResult } from './answers';
import { environmentId, spaceId, type Resource, type Space } from '../space';

/** The most items on a page, and the number where none is given. */
const pageItems = 1000;

/** A space as it was when a token was given out. */
type State = ReadonlyMap<string, Resource>;

/** Items that are still to come, and the state that they lead to. */
interface Rest {
  readonly items: readonly object[];
  readonly limit: number;
  readonly state: State;
}

/** Answers a request for `sync`; `origin` is the server's own. */
export type AnswerSync = (params: URLSearchParams, space: Space, origin: string) => StandInResult;

const readState = ({ entries, assets }: Space): State =>
  new Map([...entries, ...assets].map((one) => [`${one.sys.type}/${one.sys.id}`, one]));

/** A file of the content has no version, so the fields tell too. */
const isSame = (a: Resource, b: Resource | undefined) =>
  a === b ||
  (a.sys.publishedVersion === b?.sys.publishedVersion &&
    a.sys.contentType?.sys.id === b?.sys.contentType?.sys.id &&
    isDeepStrictEqual(a.fields, b?.fields));

/** Returns the item for an entry or asset that was unpublished or deleted. */
function createDeleted({ sys }: Resource): object {
  const { id, space, environment, revision, createdAt, updatedAt } = sys;
  const deletedAt = new Date().toISOString();
  return {
    sys: { type: `Deleted${sys.type}`, id, space, environment, revision, createdAt, updatedAt, deletedAt },
  };
}

function listChanges(before: State, after: State): object[] {
  const changed = [...after].filter(([key, one]) => !isSame(one, before.get(key))).map(([, one]) => one);
  const deleted = [...before].filter(([key]) => !after.has(key)).map(([, one]) => createDeleted(one));
  return [...changed, ...deleted];
}

/** Creates the Sync API of a stand-in. It knows the tokens that it has given out itself, and no others. */
export function createSync(): AnswerSync {
  const states = new Map<string, State>();
  const rests = new Map<string, Rest>();

  const createPage = ({ items, limit, state }: Rest, origin: string): StandInResult => {
    const token = randomUUID();
    const url = `${origin}/spaces/${spaceId}/environments/${environmentId}/sync?sync_token=${token}`;
    const isLast = items.length <= limit;
    if (isLast) states.set(token, state);
    else rests.set(token, { items: items.slice(limit), limit, state });
    return {
      status: 200,
      json: {
        sys: { type: 'Array' },
        items: items.slice(0, limit),
        ...(isLast ? { nextSyncUrl: url } : { nextPageUrl: url }),
      },
    };
  };

  return (params, space, origin) => {
    const token = params.get('sync_token');
    const state = readState(space);
    if (token === null) {
      const limit = Number(params.get('limit') ?? pageItems);
      return params.get('initial') === 'true' && limit >= 1 && limit <= pageItems
        ? createPage({ items: [...state.values()], limit, state }, origin)
        : createBadRequest(
            'Give initial=true and at most limit=1000, or the sync_token of an earlier answer.',
          );
    }
    const rest = rests.get(token);
    if (rest) return createPage(rest, origin);
    const before = states.get(token);
    return before
      ? createPage({ items: listChanges(before, state), limit: pageItems, state }, origin)
      : createBadRequest('The sync_token isn’t one of this space, or it has expired.');
  };
}
