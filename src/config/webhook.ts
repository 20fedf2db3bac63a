/** The configured webhook that a space calls when something is published. */
import { ConfigError, type ConfigProblem } from './read-values';
import type { SecretValue } from './secret-value';

export interface WebhookSettings {
  readonly url: string | undefined;
  readonly token: SecretValue | undefined;
  readonly signingSecret: SecretValue | undefined;
  /** The token with which editors' tools ask for the status. */
  readonly statusToken: SecretValue | undefined;
}

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
