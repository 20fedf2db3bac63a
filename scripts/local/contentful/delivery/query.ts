/** Parses the parameters of a request for a collection, as far as the stand-in supports them. */
import { createBadRequest, createInvalidQuery, type StandInResult } from './answers';
import { readContentType, type Resource, type Space } from '../space';

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

const sortKeys = new Map<string, (resource: Resource) => string>([
  ['sys.id', ({ sys }) => sys.id],
  ['sys.createdAt', ({ sys }) => sys.createdAt],
  ['sys.updatedAt', ({ sys }) => sys.updatedAt],
  ['sys.contentType.sys.id', readContentType],
]);

/**
 * Parses a query, or returns Contentful's error. What this program doesn't ask for isn't supported, and gets an error too:
 * filters by fields, entries and pictures in a single locale, and the targets of their links.
 */
export function parseDeliveryQuery(
  params: URLSearchParams,
  space: Space,
  isLocalized: boolean,
): DeliveryQuery | StandInResult {
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
    return createBadRequest('This stand-in gives all locales: ask with locale=*.');
  if ((params.get('include') ?? '0') !== '0')
    return createBadRequest('This stand-in includes no targets of links: ask with include=0.');
  const contentType = params.get('content_type') ?? undefined;
  if (contentType !== undefined && !space.contentTypes.some(({ sys }) => sys.id === contentType)) {
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

/** Selects and sorts the resources of a query, before they are divided into pages. */
export function selectResources(resources: readonly Resource[], query: DeliveryQuery): Resource[] {
  const { contentType, ids, order } = query;
  return resources
    .filter((resource) => contentType === undefined || readContentType(resource) === contentType)
    .filter((resource) => ids === undefined || ids.includes(resource.sys.id))
    .toSorted((a, b) => {
      for (const name of order) {
        const key = sortKeys.get(name.replace(/^-/, ''));
        const [left, right] = [key?.(a) ?? '', key?.(b) ?? ''];
        if (left !== right) return (left < right ? -1 : 1) * (name.startsWith('-') ? -1 : 1);
      }
      return 0;
    });
}
