import type { StringKey } from '@/i18n/strings';
import type { Translate } from '@/i18n/translate';

/** The kind of a form: an application, or a message to the editors. */
export type FormKind = 'apply' | 'message';

/**
 * Translates a string of a form: a message's own (`message.<name>`) where there is one, else an application's
 * (`apply.<name>`).
 */
export function formString(t: Translate, of: FormKind, key: `apply.${string}` & StringKey): string {
  const own = of === 'message' ? t.maybe(key.replace(/^apply\./, 'message.')) : undefined;
  return own ?? t(key);
}
