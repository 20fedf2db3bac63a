/** Looks for what nobody may see. */
import type { Environment } from '@/pipeline/prepare';
import { VerifyError } from './verify-error';

/** Variables whose values must never be in a site. */
const variables = [
  'CONTENTFUL_DELIVERY_TOKEN',
  'CONTENTFUL_PREVIEW_TOKEN',
  'CONTENTFUL_MANAGEMENT_TOKEN',
  'WEBHOOK_TOKEN',
  'WEBHOOK_SIGNING_SECRET',
];

/** Shorter values (a stand-in's "local") are words that pages may hold. */
const secretLength = 16;

/** What keys look like that somebody may have pasted into a text. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['A token of Contentful', /\bCFPAT-[\w-]{30,}/],
  ['A token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/],
  ['A private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
];

/** Makes what looks through a text of the site; it throws a `VerifyError` that doesn’t show what it found. */
export function secretFinder(env: Environment): (name: string, text: string) => void {
  const values = variables.flatMap((variable) => {
    const value = env[variable]?.trim() ?? '';
    return value.length >= secretLength ? [{ variable, value }] : [];
  });
  return (name, text) => {
    const found = values.find(({ value }) => text.includes(value));
    if (found) {
      throw new VerifyError(
        `The value of ${found.variable} stands in ${name}. Nothing was published. Take it out of the content or code.`,
      );
    }
    const shape = shapes.find(([, pattern]) => pattern.test(text));
    if (shape) {
      throw new VerifyError(
        `${shape[0]} stands in ${name}. Nothing was published. Take it out of the content, and make another one in its place: whoever could read the content knows it.`,
      );
    }
  };
}
