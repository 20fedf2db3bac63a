/** The configured webhook that a space calls when something is published. */
import { ConfigError, type ConfigProblem } from './read-values';
import type { SecretValue } from './secret-value';
import type { VariableValues } from './variables';

export const buildWebhookSettings = (values: VariableValues) =>
  ({
    url: values.WEBHOOK_URL,
    token: values.WEBHOOK_TOKEN,
    signingSecret: values.WEBHOOK_SIGNING_SECRET,
    /** The token with which editors' tools ask for the status. */
    statusToken: values.PUBLISH_STATUS_TOKEN,
  }) as const;

type WebhookSettings = ReturnType<typeof buildWebhookSettings>;

/** The address that a space calls, and the token that it sends. */
export interface WebhookConfig {
  readonly url: string;
  readonly token: SecretValue;
}

/** Returns a problem if the webhook has an address but no token. */
export function checkWebhook({ url, token }: WebhookSettings): ConfigProblem[] {
  if (url === undefined || token !== undefined) return [];
  return [
    {
      variable: 'WEBHOOK_TOKEN',
      message: 'WEBHOOK_TOKEN is not set, so a webhook couldn’t show who sent it.',
      hint: 'For GitHub, make a fine-grained token that may write the contents of that one repository; for a listener of your own, any long random word.',
    },
  ];
}

/** Returns the webhook; undefined if no address is set. Throws a `ConfigError` for an address without a token. */
export function readWebhook({ webhook }: { readonly webhook: WebhookSettings }): WebhookConfig | undefined {
  const { url, token } = webhook;
  if (url === undefined) return undefined;
  if (token === undefined) throw new ConfigError(checkWebhook(webhook));
  return { url, token };
}
