/** Webhooks of a space: kept, and called when something is published, as Contentful does. */
import { randomBytes } from 'node:crypto';
import { isLoopback } from '@/model/addresses/loopback';
import { dig, isRecord } from '@/sources/contentful/json';
import { notFound, type Result } from '../delivery/answers';
import { environmentId } from '../space';
import type { ManagementRequest } from './management-request';
import type { StoredWebhook, Webhooks } from './managed-space';
import { badBody, bodyOf, invalid, page, versionMismatch } from './management-answers';

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What is read back: the values of secret headers aren't. */
function json(id: string, { version, value }: StoredWebhook): object {
  const headers = list(value['headers']).map((header) =>
    dig(header, 'secret') === true ? { key: dig(header, 'key'), secret: true } : header,
  );
  return { ...value, headers, sys: { type: 'WebhookDefinition', id, version } };
}

export function webhooks(stored: Webhooks, request: ManagementRequest, id: string | undefined): Result {
  const { method, version, params } = request;
  if (method === 'GET' && id === undefined) {
    return page(
      [...stored].map(([key, one]) => json(key, one)),
      params,
    );
  }
  const before = id === undefined ? undefined : stored.get(id);
  if (method === 'GET') return before ? { status: 200, json: json(id ?? '', before) } : notFound({ id });
  const body = bodyOf(request);
  if (!body) return badBody;
  if (!URL.canParse(text(body['url'])) || list(body['topics']).length === 0)
    return invalid([{ name: 'required', path: ['url', 'topics'] }]);
  if (before && before.version !== version) return versionMismatch;
  const value = Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'sys'));
  const key = id ?? `webhook-${stored.size + 1}`;
  const after = { version: (before?.version ?? 0) + 1, value };
  stored.set(key, after);
  return { status: before ? 200 : 201, json: json(key, after) };
}

/** What happened, as a webhook's topics say it: `Entry.publish`; undefined for what no webhook is about. */
export function topicOf({ method, path }: ManagementRequest): string | undefined {
  const [, , , collection, , part] = path;
  const type = collection === 'entries' ? 'Entry' : collection === 'assets' ? 'Asset' : undefined;
  if (type === undefined || part !== 'published') return undefined;
  return `${type}.${method === 'DELETE' ? 'unpublish' : 'publish'}`;
}

/** A webhook's only filter here: the environment. */
function isMeant(filters: unknown): boolean {
  return list(filters).every((filter) => {
    const [doc, value] = list(dig(filter, 'equals'));
    return dig(doc, 'doc') !== 'sys.environment.sys.id' || value === environmentId;
  });
}

/**
 * Calls every webhook of a topic, on this machine only, and doesn't wait for the answers. Like Contentful it doesn't
 * promise to call once.
 */
export function callWebhooks(stored: Webhooks, topic: string): void {
  for (const { value } of stored.values()) {
    const url = URL.parse(text(value['url']));
    if (!url || !isLoopback(url.host) || value['active'] === false || !isMeant(value['filters'])) continue;
    if (!list(value['topics']).includes(topic)) continue;
    const headers = list(value['headers']).filter(isRecord);
    const transformation = value['transformation'];
    fetch(url, {
      method: text(dig(transformation, 'method')) || 'POST',
      headers: {
        'Content-Type': text(dig(transformation, 'contentType')) || 'application/json',
        'X-Contentful-Topic': `ContentManagement.${topic}`,
        'X-Contentful-Webhook-Name': text(value['name']),
        'X-Contentful-Webhook-Request-Attempt': '1',
        'X-Contentful-Event-Datetime': new Date().toISOString(),
        'X-Contentful-Idempotency-Key': randomBytes(32).toString('hex'),
        ...Object.fromEntries(headers.map((header) => [text(header['key']), text(header['value'])])),
      },
      body: JSON.stringify(dig(transformation, 'body') ?? {}),
    }).catch(() => undefined);
  }
}
