/** Parses the parameters of a request for a collection, as far as this server supports them. */
import { createBadRequest, createInvalidQuery, type JsonAnswer } from '../answers.ts';
import type { Space } from '../space.ts';
import type { Shown } from './shown.ts';

/** The largest page that the API allows. */
const maximumPage = 1000;
const defaultPage = 100;

export interface DeliveryQuery {
  readonly limit: number;
  readonly skip: number;
  /** Properties to sort by, such as `sys.id`, with a minus for descending order. */
  readonly order: readonly string[];
  readonly contentType: string | undefined;
  /** The requested ids; undefined for all. */
  readonly ids: readonly string[] | undefined;
}

const knownParameters = new Set([
  'access_token',
  'limit',
  'skip',
  'include',
  'locale',
  'order',
  'content_type',
  'sys.id',
  'sys.id[in]',
]);

const sortKeys = new Map<string, (one: Shown) => string>([
  ['sys.id', ({ id }) => id],
  ['sys.createdAt', ({ createdAt }) => createdAt],
  ['sys.updatedAt', ({ updatedAt }) => updatedAt],
  ['sys.contentType.sys.id', ({ content }) => content.contentType ?? ''],
]);

/**
 * Parses a query, or returns Contentful's error. What isn't supported gets an error too: filters by fields, entries and
 * assets in a single locale, and the targets of their links.
 */
export function parseDeliveryQuery(
  params: URLSearchParams,
  space: Space,
  isLocalized: boolean,
): DeliveryQuery | JsonAnswer {
  for (const name of params.keys()) {
    if (!knownParameters.has(name)) return createInvalidQuery({ name: 'unknown', path: [name] });
  }
  const limit = parseWholeNumber(params.get('limit'), defaultPage);
  const skip = parseWholeNumber(params.get('skip'), 0);
  if (limit === undefined || limit > maximumPage) {
    return createBadRequest(`The limit must be a whole number from 0 to ${maximumPage}.`);
  }
  if (skip === undefined) return createBadRequest('The skip must be a whole number from 0.');
  if (isLocalized && params.get('locale') !== '*')
    return createBadRequest('This server gives all locales: ask with locale=*.');
  if ((params.get('include') ?? '0') !== '0')
    return createBadRequest('This server includes no targets of links: ask with include=0.');
  const contentType = params.get('content_type') ?? undefined;
  if (contentType !== undefined && !space.contentTypes.get(contentType)?.published) {
    return createInvalidQuery({ name: 'unknownContentType', value: 'DOESNOTEXIST' });
  }
  const order = params.get('order')?.split(',') ?? [];
  const unknownOrder = order.find((name) => !sortKeys.has(name.replace(/^-/, '')));
  if (unknownOrder !== undefined) return createInvalidQuery({ name: 'unknown', path: [unknownOrder] });

  const single = params.get('sys.id');
  const ids = single === null ? params.get('sys.id[in]')?.split(',') : [single];
  return { limit, skip, order, contentType, ids };
}

function parseWholeNumber(value: string | null, standard: number): number | undefined {
  if (value === null) return standard;
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Selects and sorts the entries or assets of a query, before they are divided into pages. */
export function select(all: readonly Shown[], { contentType, ids, order }: DeliveryQuery): Shown[] {
  return all
    .filter(({ content }) => contentType === undefined || content.contentType === contentType)
    .filter(({ id }) => ids === undefined || ids.includes(id))
    .toSorted((a, b) => {
      for (const name of order) {
        const key = sortKeys.get(name.replace(/^-/, ''));
        const [left, right] = [key?.(a) ?? '', key?.(b) ?? ''];
        if (left !== right) return (left < right ? -1 : 1) * (name.startsWith('-') ? -1 : 1);
      }
      return 0;
    });
}
