/** Secrets to set in a test, and what looks for them. */
import { findSecrets } from '@/config/secrets';
import { environmentVariables } from '@/config/variables';
import { createSecretFinder } from '@/publish/verify/verify-secrets';
import type { Env } from './run-build';

/** A value that stands nowhere else, in every variable that is a secret. The monitor can't be called. */
export const secretVariables: Env = {
  ...Object.fromEntries(
    environmentVariables.flatMap(({ name, secret }) =>
      secret === 'value' ? [[name, `the-secret-of-${name.toLowerCase().replaceAll('_', '-')}`]] : [],
    ),
  ),
  MONITOR_URL: 'http://127.0.0.1:2/an-address-that-is-secret',
};

/** Says which secret of an environment stands in a text, in whatever form; undefined if none does. */
export function findLeak(text: string, env: Env): string | undefined {
  try {
    createSecretFinder(findSecrets(env)).inText('it', Buffer.from(text), text);
    return undefined;
  } catch (error) {
    return String(error);
  }
}
