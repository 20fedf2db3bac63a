/** The parameters of a request for a collection, as far as the stand-in knows them. */
import { badRequest, invalidQuery, type Result } from './answers';
import { contentTypeOf, type Resource, type Space } from '../space';

/** Largest page that the API allows. */
const largestPage = 1000;
const defaultPage = 100;

export interface DeliveryQuery {
  readonly limit: number;
  readonly skip: number;
  /** Levels of links whose targets are sent along, 0 to 10. */
  readonly include: number;
  /** A locale's code, `*` for all, undefined for the default one. */
  readonly locale: string | undefined;
  /** `sys.id`, `sys.updatedAt`…, with a minus for descending; several are asked for with commas. */
  readonly order: readonly string[];
  readonly contentType: string | undefined;
  /** Ids asked for, or undefined for all. */
  readonly ids: readonly string[] | undefined;
}

const known = new Set([
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

const orders = new Map<string, (resource: Resource) => string>([
  ['sys.id', ({ sys }) => sys.id],
  ['sys.createdAt', ({ sys }) => sys.createdAt],
  ['sys.updatedAt', ({ sys }) => sys.updatedAt],
  ['sys.contentType.sys.id', contentTypeOf],
]);

/** A query, or the error that Contentful would answer. Filters by fields are not built: they get its error too. */
export function parseQuery(params: URLSearchParams, space: Space): DeliveryQuery | Result {
  for (const name of params.keys()) {
    if (!known.has(name)) return invalidQuery({ name: 'unknown', path: [name] });
  }
  const limit = whole(params.get('limit'), defaultPage);
  const skip = whole(params.get('skip'), 0);
  const include = whole(params.get('include'), 1);
  if (limit === undefined || limit > largestPage) {
    return badRequest(`The limit must be a whole number from 0 to ${largestPage}.`);
  }
  if (skip === undefined) return badRequest('The skip must be a whole number from 0.');
  if (include === undefined || include > 10)
    return badRequest('The include must be a whole number from 0 to 10.');

  const locale = params.get('locale') ?? undefined;
  if (locale !== undefined && locale !== '*' && !space.locales.some(({ code }) => code === locale)) {
    return badRequest(`Unknown locale: ${locale}`);
  }
  const contentType = params.get('content_type') ?? undefined;
  if (contentType !== undefined && !space.contentTypes.some(({ sys }) => sys.id === contentType)) {
    return invalidQuery({ name: 'unknownContentType', value: 'DOESNOTEXIST' });
  }
  const order = params.get('order')?.split(',') ?? [];
  const unknownOrder = order.find((name) => !orders.has(name.replace(/^-/, '')));
  if (unknownOrder !== undefined) return invalidQuery({ name: 'unknown', path: [unknownOrder] });

  const single = params.get('sys.id');
  const ids = single === null ? params.get('sys.id[in]')?.split(',') : [single];
  return { limit, skip, include, locale, order, contentType, ids };
}

function whole(value: string | null, standard: number): number | undefined {
  if (value === null) return standard;
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** What a query asks for, in its order, before it is cut into pages. */
export function select(resources: readonly Resource[], query: DeliveryQuery): Resource[] {
  const { contentType, ids, order } = query;
  return resources
    .filter((resource) => contentType === undefined || contentTypeOf(resource) === contentType)
    .filter((resource) => ids === undefined || ids.includes(resource.sys.id))
    .toSorted((a, b) => {
      for (const name of order) {
        const key = orders.get(name.replace(/^-/, ''));
        const [left, right] = [key?.(a) ?? '', key?.(b) ?? ''];
        if (left !== right) return (left < right ? -1 : 1) * (name.startsWith('-') ? -1 : 1);
      }
      return 0;
    });
}
