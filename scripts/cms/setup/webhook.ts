/** The webhook with which a space starts a build of the site after something was published. */
import { isDeepStrictEqual } from 'node:util';
import type { CreateWebhooksProps, WebhookProps } from 'contentful-management';
import type { SecretValue } from '@/config/secret-value';
import { ManagementError, type RequestRunner } from '../management';

/** The address that a space calls, and the token that it sends. */
export interface WebhookConfig {
  readonly url: string;
  readonly token: SecretValue;
}

/** The webhook that is wanted, and the one that the space has for the same address. */
type WebhookPlan = Awaited<ReturnType<typeof planWebhook>>;

const webhookName = 'Publish the site';

/** The event that the publishing workflow listens for (`on.repository_dispatch.types`). */
export const eventType = 'content';

/** Events that change the site. Deleting isn't one, since an entry has to be unpublished before. */
const topics = ['Entry.publish', 'Entry.unpublish', 'Asset.publish', 'Asset.unpublish'];

/** Returns the webhook that is wanted: a `repository_dispatch` for GitHub, which our own listener accepts too. */
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

/** Returns the parts that can be compared. The value of a secret can't be read back. */
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

export async function planWebhook(ask: RequestRunner, config: WebhookConfig, environment: string) {
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

/** Formats the plan as lines without secrets. */
export function formatWebhookPlan({ url, stored, isDone }: WebhookPlan): string[] {
  if (isDone) return [];
  return [
    stored ? `+ the webhook to ${url} is corrected` : `+ a webhook to ${url}, when something is published`,
  ];
}

/** Advice if the space's plan allows no more webhooks, or the token's owner may not create one. */
const manualAdvice =
  'Make it in Contentful (Settings → Webhooks): docs/operators.md (“Publishing when something changes”) says what to fill in.';

/** Creates or corrects the webhook. If Contentful refuses that, it prints what to do by hand and goes on. */
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
