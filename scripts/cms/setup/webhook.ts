/** The webhook by which a space tells whoever builds the site that something was published. */
import { isDeepStrictEqual } from 'node:util';
import type { CreateWebhooksProps, WebhookProps } from 'contentful-management';
import type { WebhookConfig } from '@/config/webhook';
import { ManagementError, type RequestRunner } from '../management';

/** What has to be done so that the space has the webhook. */
export interface WebhookPlan extends WebhookConfig {
  /** The one that the space has for that address. */
  readonly stored: WebhookProps | undefined;
  readonly isDone: boolean;
}

const webhookName = 'Publish the site';

/** What the publishing workflow listens for (`on.repository_dispatch.types`). */
export const eventType = 'content';

/** What changes the site. What is deleted was unpublished before. */
const topics = ['Entry.publish', 'Entry.unpublish', 'Asset.publish', 'Asset.unpublish'];

/** The webhook as it should be: what GitHub takes as a `repository_dispatch`, and our own listener too. */
function buildWebhookDefinition({ url, token }: WebhookConfig, environment: string): CreateWebhooksProps {
  return {
    name: webhookName,
    url,
    topics,
    active: true,
    filters: [{ equals: [{ doc: 'sys.environment.sys.id' }, environment] }],
    headers: [
      { key: 'Accept', value: 'application/vnd.github+json' },
      { key: 'Authorization', value: `Bearer ${token.reveal()}`, secret: true },
    ],
    transformation: { method: 'POST', contentType: 'application/json', body: { event_type: eventType } },
  };
}

/** What can be compared: a secret can't be read back. */
function pickComparableParts({
  url,
  topics: told,
  active,
  filters,
  headers = [],
  transformation,
}: CreateWebhooksProps) {
  const plain = headers.map(({ key, value, secret }) => (secret === true ? { key, secret } : { key, value }));
  return { url, topics: told, active, filters, headers: plain, transformation };
}

export async function planWebhook(
  ask: RequestRunner,
  config: WebhookConfig,
  environment: string,
): Promise<WebhookPlan> {
  const { items } = await ask('reading the webhooks', (client) =>
    client.webhook.getMany({ query: { limit: 100 } }),
  );
  const wanted = buildWebhookDefinition(config, environment);
  const sameWebhooks = items.filter(
    ({ url, filters }) => url === config.url && isDeepStrictEqual(filters, wanted.filters),
  );
  const [stored] = sameWebhooks;
  const isDone =
    stored !== undefined && isDeepStrictEqual(pickComparableParts(stored), pickComparableParts(wanted));
  return { ...config, stored, isDone };
}

/** The plan as lines, without anything secret. */
export function formatWebhookPlan({ url, stored, isDone }: WebhookPlan): string[] {
  if (isDone) return [];
  return [
    stored ? `+ the webhook to ${url} is corrected` : `+ a webhook to ${url}, when something is published`,
  ];
}

/** Where a plan of Contentful has no more webhooks, or somebody may not make one. */
const manualAdvice =
  'Make it in Contentful (Settings → Webhooks): docs/operators.md (“Publishing when something changes”) says what to fill in.';

/** Makes or corrects the webhook; where Contentful refuses that, says what to click and goes on. */
export async function writeWebhook(
  ask: RequestRunner,
  plan: WebhookPlan,
  environment: string,
  print: (line: string) => void,
): Promise<void> {
  const wanted = buildWebhookDefinition(plan, environment);
  const { stored } = plan;
  try {
    await ask('writing the webhook', (client) =>
      stored
        ? client.webhook.update({ webhookDefinitionId: stored.sys.id }, {
            ...stored,
            ...wanted,
          } as WebhookProps)
        : client.webhook.create({}, wanted),
    );
    print(`Wrote the webhook to ${plan.url}.`);
  } catch (error) {
    if (!(error instanceof ManagementError)) throw error;
    print(`The webhook was not written: ${error.message} ${manualAdvice}`);
  }
}
