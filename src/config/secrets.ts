/** The secrets of an environment: what nobody may see, in a site, in a report or in a message. */
import { escapeHtml } from '@/model/html';
import { environment, type Environment } from './environment';
import { SecretValue } from './secret-value';
import { environmentVariables } from './variables';

/** A secret, and the variable that it is of. */
export interface Secret {
  readonly variable: string;
  readonly value: SecretValue;
}

/**
 * Shorter values are not looked for: they are words that pages may hold, such as the stand-in's token `local`, and
 * finding those would stop every publish. Tokens of services have 32 characters and more.
 */
const secretLength = 16;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The name and the password of an address, as they are written and as they are meant. */
function userInfoOf(address: string): string[] {
  // A password may have signs that no address has in that place: then all before the last @ counts.
  const pattern = URL.canParse(address)
    ? /^(?:[a-z][a-z0-9+.-]*:(?=[/\\]))?[/\\]*([^/\\?#]*)@/i
    : /^(?:[a-z][a-z0-9+.-]*:(?=[/\\]))?[/\\]*(.*)@/is;
  const [, written = ''] = pattern.exec(address) ?? [];
  const parts = [written, ...written.split(/:(.*)/s)];
  return [...new Set(parts.flatMap((part) => [part, decoded(part)]))];
}

/** The secrets that are set, but for those too short to be told from words. */
export function secretsIn(env: Environment): Secret[] {
  return environmentVariables.flatMap(({ name, secret }) => {
    const value = env[name]?.trim() ?? '';
    const values = secret === 'value' ? [value] : secret === 'user-info' ? userInfoOf(value) : [];
    return values
      .filter(({ length }) => length >= secretLength)
      .map((one) => ({ variable: name, value: new SecretValue(one) }));
  });
}

/** The secrets of this process, also where something else is wrong with its environment. */
export const processSecrets = (): Secret[] => secretsIn(environment());

/** Takes what is secret out of a text. */
export type Redact = (text: string) => string;

/** Makes what writes `[secret]` in place of secrets, in messages, logs, JSON and HTML. */
export function redactor(secrets: readonly Secret[]): Redact {
  const forms = secrets
    .map(({ value }) => value.reveal())
    .flatMap((value) => [
      value,
      JSON.stringify(value).slice(1, -1),
      encodeURIComponent(value),
      escapeHtml(value),
    ]);
  // The longest first: a part of one may be another.
  const ordered = [...new Set(forms)].toSorted((a, b) => b.length - a.length);
  return (text) => ordered.reduce(withoutForm, text);
}

/** Messages cut what they quote: the beginning of a secret before an ellipsis goes, too. */
function withoutForm(text: string, form: string): string {
  const beginning = form.slice(0, secretLength);
  if (!text.includes(beginning)) return text;
  const whole = text.replaceAll(form, '[secret]');
  const lengths = Array.from({ length: form.length - secretLength }, (_, index) => form.length - 1 - index);
  return lengths.reduce((shown, length) => shown.replaceAll(`${form.slice(0, length)}…`, '[secret]…'), whole);
}
