/** Stores the webhooks of a space, and calls them when something is published, as Contentful does. */
import { randomBytes } from 'node:crypto';
import { isLoopback } from '@/model/addresses/loopback';
import { readNested, isRecord } from '@/model/json';
import { createNotFound, type StandInResult } from '../delivery/answers';
import { environmentId } from '../space';
import type { ManagementRequest } from './management-request';
import type { StoredWebhook, Webhooks } from './managed-space';
import {
  badBody,
  parseJsonBody,
  createInvalid,
  createManagementPage,
  versionMismatch,
} from './management-answers';

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const toText = (value: unknown) => (typeof value === 'string' ? value : '');

/** Builds the JSON of a webhook, without the values of secret headers. */
function buildWebhookJson(id: string, { version, value }: StoredWebhook): object {
  const headers = toList(value['headers']).map((header) =>
    readNested(header, 'secret') === true ? { key: readNested(header, 'key'), secret: true } : header,
  );
  return { ...value, headers, sys: { type: 'WebhookDefinition', id, version } };
}

export function answerWebhooks(
  stored: Webhooks,
  request: ManagementRequest,
  id: string | undefined,
): StandInResult {
  const { method, version, params } = request;
  if (method === 'GET' && id === undefined) {
    return createManagementPage(
      [...stored].map(([key, one]) => buildWebhookJson(key, one)),
      params,
    );
  }
  const before = id === undefined ? undefined : stored.get(id);
  if (method === 'GET')
    return before ? { status: 200, json: buildWebhookJson(id ?? '', before) } : createNotFound({ id });
  const body = parseJsonBody(request);
  if (!body) return badBody;
  if (!URL.canParse(toText(body['url'])) || toList(body['topics']).length === 0)
    return createInvalid([{ name: 'required', path: ['url', 'topics'] }]);
  if (before && before.version !== version) return versionMismatch;
  const value = Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'sys'));
  const key = id ?? `webhook-${stored.size + 1}`;
  const after = { version: (before?.version ?? 0) + 1, value };
  stored.set(key, after);
  return { status: before ? 200 : 201, json: buildWebhookJson(key, after) };
}

/** Returns the topic of a change, as webhooks list it: `Entry.publish`; undefined if no webhook can have it. */
export function findTopic({ method, path }: ManagementRequest): string | undefined {
  const [, , , collection, , part] = path;
  const type = collection === 'entries' ? 'Entry' : collection === 'assets' ? 'Asset' : undefined;
  if (type === undefined || part !== 'published') return undefined;
  return `${type}.${method === 'DELETE' ? 'unpublish' : 'publish'}`;
}

/** True if the filters of a webhook match. The only supported filter is the environment. */
function matchesFilters(filters: unknown): boolean {
  return toList(filters).every((filter) => {
    const [doc, value] = toList(readNested(filter, 'equals'));
    return readNested(doc, 'doc') !== 'sys.environment.sys.id' || value === environmentId;
  });
}

/**
 * Calls every webhook with a topic, on this machine only, without waiting for answers. As with Contentful, a webhook may
 * be called more than once.
 */
export function callWebhooks(stored: Webhooks, topic: string): void {
  for (const { value } of stored.values()) {
    const url = URL.parse(toText(value['url']));
    if (!url || !isLoopback(url.host) || value['active'] === false || !matchesFilters(value['filters']))
      continue;
    if (!toList(value['topics']).includes(topic)) continue;
    const headers = toList(value['headers']).filter(isRecord);
    const transformation = value['transformation'];
    fetch(url, {
      method: toText(readNested(transformation, 'method')) || 'POST',
      headers: {
        'Content-Type': toText(readNested(transformation, 'contentType')) || 'application/json',
        'X-Contentful-Topic': `ContentManagement.${topic}`,
        'X-Contentful-Webhook-Name': toText(value['name']),
        'X-Contentful-Webhook-Request-Attempt': '1',
        'X-Contentful-Event-Datetime': new Date().toISOString(),
        'X-Contentful-Idempotency-Key': randomBytes(32).toString('hex'),
        ...Object.fromEntries(headers.map((header) => [toText(header['key']), toText(header['value'])])),
      },
      body: JSON.stringify(readNested(transformation, 'body') ?? {}),
    }).catch(() => undefined);
  }
}
