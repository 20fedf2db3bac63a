/** The webhook by which a space tells that something was published, as the environment describes it. */
import { ConfigError, type ConfigProblem } from './read';
import type { SecretValue } from './secret-value';

export interface WebhookSettings {
  readonly url: string | undefined;
  readonly token: SecretValue | undefined;
  readonly signingSecret: SecretValue | undefined;
}

/** Whom a space tells, and how it shows that it may. */
export interface WebhookConfig {
  readonly url: string;
  readonly token: SecretValue;
}

/** What is missing for the webhook where its address is set. */
export function webhookProblem({ url, token }: WebhookSettings): ConfigProblem[] {
  if (url === undefined || token !== undefined) return [];
  return [
    {
      variable: 'WEBHOOK_TOKEN',
      message: 'WEBHOOK_TOKEN is not set, so that a webhook could not show who it is from.',
      hint: 'For GitHub, make a fine-grained token that may write the contents of that one repository; for a listener of your own, any long random word.',
    },
  ];
}

/** The webhook; undefined where no address is set. Throws a `ConfigError` for an address without the token. */
export function webhookOf({ webhook }: { readonly webhook: WebhookSettings }): WebhookConfig | undefined {
  const { url, token } = webhook;
  if (url === undefined) return undefined;
  if (token === undefined) throw new ConfigError(webhookProblem(webhook));
  return { url, token };
}
