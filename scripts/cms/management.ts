/** Reads and writes a space through Contentful's own management client. */
import { createClient, type EnvironmentProps, type PlainClientAPI } from 'contentful-management';
import { OperatorError } from '@/model/operator-error';
import type { Config } from '@/config/config';
import { contentfulHost, requireManagement, type SpaceCredentials } from '@/config/space';
import { isLoopback } from '@/model/addresses/loopback';
import { readFailureFacts, type RefusedValue } from '@/sources/contentful/failures';

/** A space can't be set up, written or read as requested. It says what happened, and what to do about it. */
export class ManagementError extends OperatorError {
  override readonly name = 'ManagementError';

  constructor(
    message: string,
    override readonly hint: string,
    /** The status of Contentful's answer, if there was one. */
    readonly status?: number,
    /** The faults that Contentful found in an entry, value by value. */
    readonly faults: readonly RefusedValue[] = [],
  ) {
    super(message);
  }
}

/** Runs a request. `doing` becomes part of the error message: `writing the entry x`. Rejects with a `ManagementError`. */
export type RequestRunner = <T>(doing: string, request: (client: PlainClientAPI) => Promise<T>) => Promise<T>;

/** Limits of retries and waits. The client waits as Contentful says when there were too many requests. */
interface RetrySettings {
  readonly retryLimit: number;
  /** Longest wait (ms) for an answer. */
  readonly timeoutMs: number;
}

const defaultRetrySettings: RetrySettings = { retryLimit: 5, timeoutMs: 30_000 };

/** Opens a space. It sends no request yet. */
export function openManagement(
  config: SpaceCredentials,
  { retryLimit, timeoutMs }: RetrySettings = defaultRetrySettings,
): RequestRunner {
  const { host } = config;
  const local = host !== undefined && isLoopback(host);
  const client = createClient(
    {
      accessToken: config.token.reveal(),
      retryLimit,
      timeout: timeoutMs,
      // `auto` sends as many requests a second as the space's plan allows. A local stand-in needs no limit.
      throttle: local ? 0 : 'auto',
      // The default one prints error objects, and with them the token.
      logHandler: () => undefined,
      host: contentfulHost('api', host),
      hostUpload: contentfulHost('upload', host),
      // axios sends even requests to 127.0.0.1 through a proxy that the environment names, unless told not to.
      ...(local ? { insecure: true, proxy: false } : {}),
    },
    { type: 'plain', defaults: { spaceId: config.space, environmentId: config.environment } },
  );
  return async (doing, request) => {
    try {
      return await request(client);
    } catch (error) {
      throw createManagementError(error, doing, config);
    }
  };
}

/** Says in our own words what went wrong. The client's error can't be shown, since it contains the token. */
function createManagementError(
  error: unknown,
  doing: string,
  { space, host }: SpaceCredentials,
): ManagementError {
  const { status, code, kind, requestId, faults } = readFailureFacts(
    error instanceof Error ? error : new Error(),
  );
  const cite = [status ?? code ?? 'no answer', kind, requestId && `request ${requestId}`]
    .filter(Boolean)
    .join(', ');
  const createError = (what: string, hint: string) =>
    new ManagementError(`${what} (${cite}) while ${doing}.`, hint, status, faults);
  if (status === undefined) {
    return createError(
      `${contentfulHost('api', host)} didn’t answer`,
      'Check this machine’s connection, then run the command again: it continues where it stopped.',
    );
  }
  if (status === 401 || status === 403) {
    return createError(
      'Contentful doesn’t accept the token in CONTENTFUL_MANAGEMENT_TOKEN',
      'Create a personal access token in Contentful (Settings → CMA tokens), as an administrator of the space.',
    );
  }
  if (status === 404) {
    return createError(
      `Contentful has nothing of that name in the space “${space}”`,
      'Compare CONTENTFUL_SPACE_ID and CONTENTFUL_ENVIRONMENT with Contentful’s settings.',
    );
  }
  if (status === 409) {
    return createError('Someone changed it in Contentful at the same moment', 'Run the command again.');
  }
  if (status === 422) {
    return createError(
      'Contentful found it invalid',
      'Run npm run cms -- setup, which says whether the space has the present model, and npm run cms -- check for the content.',
    );
  }
  if (status === 429 || status >= 500) {
    return createError(
      'Contentful can’t answer at the moment',
      'Run the command again in a minute: it continues where it stopped.',
    );
  }
  return createError(
    'Contentful refused the request',
    'Compare CONTENTFUL_SPACE_ID and CONTENTFUL_ENVIRONMENT with Contentful’s settings.',
  );
}

/**
 * Checks that the configured environment is there. Rejects with a `ManagementError` if the space has none of that name. Contentful
 * answers some requests for an unknown environment from the main one, so that the wrong content would be changed.
 */
export async function assertEnvironment(
  ask: RequestRunner,
  { space, environment }: SpaceCredentials,
): Promise<void> {
  await ask(`looking for the space “${space}”`, (client) => client.space.get({}));
  const { items } = await ask('reading the environments', (client) => client.environment.getMany({}));
  const listNames = ({ sys }: EnvironmentProps) => [
    sys.id,
    ...(sys.aliases ?? []).map((alias) => alias.sys.id),
  ];
  const names = items.flatMap(listNames);
  if (names.includes(environment)) return;
  throw new ManagementError(
    `The space “${space}” has no environment “${environment}”; it has ${names.join(', ')}.`,
    'Set CONTENTFUL_ENVIRONMENT to one of these, or make it in Contentful (Settings → Environments).',
  );
}

/** Opens the configured space, whose environment is there. Rejects with an `OperatorError`. */
export async function openSpace(
  config: Config,
): Promise<{ readonly target: SpaceCredentials; readonly ask: RequestRunner }> {
  const target = requireManagement(config);
  const ask = openManagement(target);
  await assertEnvironment(ask, target);
  return { target, ask };
}

/** The largest page that the API returns. */
const pageLimit = 100;

/** Tries to read a collection of which nothing changes meanwhile. */
const steadyAttempts = 5;

/**
 * Reads a collection page by page. An item that is made or deleted meanwhile moves others between pages, so that one
 * might be missing: then it begins again. Rejects with a `ManagementError` if that never ends.
 */
export async function readAllItems<T>(
  fetchPage: (query: {
    skip: number;
    limit: number;
    order: string;
  }) => Promise<{ readonly items: readonly T[]; readonly total: number }>,
): Promise<T[]> {
  for (let attempt = 1; attempt <= steadyAttempts; attempt += 1) {
    const all: T[] = [];
    const totals = new Set<number>();
    for (;;) {
      const { items, total } = await fetchPage({ skip: all.length, limit: pageLimit, order: 'sys.id' });
      all.push(...items);
      totals.add(total);
      if (all.length >= total || items.length === 0) break;
    }
    if (totals.size === 1 && totals.has(all.length)) return all;
  }
  throw new ManagementError(
    `Contentful’s lists changed while they were read, ${steadyAttempts} times.`,
    'People may be making or deleting many entries at this moment. Run the command again in a few minutes.',
  );
}
