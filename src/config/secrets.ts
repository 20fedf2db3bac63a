/** Finds the secrets of an environment, which no site, report or message may show. */
import { escapeHtml } from '@/model/html';
import { readEnvironment, type Environment } from './environment';
import { SecretValue } from './secret-value';
import { environmentVariables } from './variables';

/** A secret and the variable that contains it. */
export interface Secret {
  readonly variable: string;
  readonly value: SecretValue;
}

/**
 * Shorter values are ignored: pages may contain them as words, such as the stand-in's token `local`, and every publish
 * would stop. Tokens of services have 32 characters or more.
 */
const minimumLength = 16;

function decodeOrKeep(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Finds the name and the password in an address, both as they are written and decoded. */
function findUserInfo(address: string): string[] {
  // A password may contain characters that aren't allowed in an address: then everything before the last @ counts.
  const pattern = URL.canParse(address)
    ? /^(?:[a-z][a-z0-9+.-]*:(?=[/\\]))?[/\\]*([^/\\?#]*)@/i
    : /^(?:[a-z][a-z0-9+.-]*:(?=[/\\]))?[/\\]*(.*)@/is;
  const [, written = ''] = pattern.exec(address) ?? [];
  const parts = [written, ...written.split(/:(.*)/s)];
  return [...new Set(parts.flatMap((part) => [part, decodeOrKeep(part)]))];
}

/** Finds the secrets that are set, except those that are too short to tell them from words. */
export function findSecrets(env: Environment): Secret[] {
  return environmentVariables.flatMap(({ name, secret }) => {
    const value = env[name]?.trim() ?? '';
    const values = secret === 'value' ? [value] : secret === 'user-info' ? findUserInfo(value) : [];
    return values
      .filter(({ length }) => length >= minimumLength)
      .map((one) => ({ variable: name, value: new SecretValue(one) }));
  });
}

/** Finds the secrets of this process, even if other variables of its environment are wrong. */
export const findProcessSecrets = (): Secret[] => findSecrets(readEnvironment());

/** Replaces the secrets in a text. */
export type Redact = (text: string) => string;

/** Creates a function that replaces secrets by `[secret]` in messages, logs, JSON and HTML. */
export function createRedactor(secrets: readonly Secret[]): Redact {
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
  return (text) => ordered.reduce(redactForm, text);
}

/** Replaces a form of a secret, also the beginning of it before an ellipsis: messages shorten what they quote. */
function redactForm(text: string, form: string): string {
  const beginning = form.slice(0, minimumLength);
  if (!text.includes(beginning)) return text;
  const whole = text.replaceAll(form, '[secret]');
  const lengths = Array.from({ length: form.length - minimumLength }, (_, index) => form.length - 1 - index);
  return lengths.reduce((shown, length) => shown.replaceAll(`${form.slice(0, length)}…`, '[secret]…'), whole);
}
