/** Stores the webhooks of a space, and calls them when something is published, as Contentful does. */
import { randomBytes } from 'node:crypto';
import { createNotFound, createOk, type JsonAnswer } from '../answers.ts';
import { isLoopbackName } from '../callers.ts';
import { isRecord, readNested } from '../json.ts';
import { environmentId, type Plain, type Space } from '../space.ts';
import { badBody, createInvalid, createRequestedPage, versionMismatch } from './answers.ts';
import { parseBody, type ManagementRequest } from './request.ts';

type Webhooks = Space['webhooks'];

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const toText = (value: unknown) => (typeof value === 'string' ? value : '');

/** Builds the JSON of a webhook, without the values of secret headers. */
function buildWebhookJson([id, { version, value }]: readonly [string, Plain]): object {
  const headers = toList(value['headers']).map((header) =>
    readNested(header, 'secret') === true ? { key: readNested(header, 'key'), secret: true } : header,
  );
  return { ...value, headers, sys: { type: 'WebhookDefinition', id, version } };
}

export function answerWebhooks(
  webhooks: Webhooks,
  request: ManagementRequest,
  id: string | undefined,
): JsonAnswer {
  const isReading = request.method === 'GET';
  if (isReading && id === undefined) return createRequestedPage([...webhooks], request, buildWebhookJson);
  const key = id ?? `webhook-${webhooks.size + 1}`;
  const before = webhooks.get(key);
  if (isReading) return before ? createOk(buildWebhookJson([key, before])) : createNotFound({ id });
  const body = parseBody(request);
  if (!body) return badBody;
  if (!URL.canParse(toText(body['url'])) || toList(body['topics']).length === 0)
    return createInvalid([{ name: 'required', path: ['url', 'topics'] }]);
  if (before && before.version !== request.version) return versionMismatch;
  const after = { version: (before?.version ?? 0) + 1, value: body };
  webhooks.set(key, after);
  return createOk(buildWebhookJson([key, after]), before ? 200 : 201);
}

/** Returns the topic of a change, as webhooks list it: `Entry.publish`; undefined if no webhook can have it. */
function findTopic({ method, path }: ManagementRequest): string | undefined {
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
 * Calls every webhook that has the topic of a change, on this machine only, without waiting for answers. As with
 * Contentful, a webhook may be called more than once.
 */
export function callWebhooks(webhooks: Webhooks, request: ManagementRequest): void {
  const topic = findTopic(request);
  if (topic === undefined) return;
  for (const { value } of webhooks.values()) {
    const url = URL.parse(toText(value['url']));
    if (!url || !isLoopbackName(url.hostname) || value['active'] === false) continue;
    if (!toList(value['topics']).includes(topic) || !matchesFilters(value['filters'])) continue;
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
