/** Looks for secrets in the built site and in the content. */
import { OperatorError } from '@/model/operator-error';
import type { Secret } from '@/config/secrets';
import type { PreparedContent } from '@/site/prepare/prepare';
import { createNeedleSearch, type Needle } from './needle-search';
import { extractLetters, letterNeedles, pieceNeedles, plainNeedles } from './secret-forms';

/** Patterns of keys that may have been pasted into a text. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['A token of Contentful', /\bCFPAT-[\w-]{30,}/],
  ['A token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/],
  ['A private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
];

/** Files without text, except metadata such as a title or an author. */
export const binaryFile = /\.(?:png|jpe?g|webp|avif|ico|pdf)$/;

function assertNone(found: Needle | undefined, name: string): void {
  if (!found) return;
  throw new OperatorError(
    `The value of ${found.variable} stands in ${name}. Nothing was published. Remove it from the content or code, and create a new one: anyone who could read it knows it.`,
  );
}

/**
 * Creates what looks for secrets, and throws an `OperatorError` that doesn't show the secret. Checking every letter of a site
 * would take long, so this is done only if a text contains a piece of a secret, encoded or not. Secrets in smaller pieces can
 * only come from the content, which is checked letter by letter.
 */
export function createSecretFinder(secrets: readonly Secret[]) {
  const plain = createNeedleSearch(plainNeedles(secrets));
  const letters = createNeedleSearch(letterNeedles(secrets));
  const piece = createNeedleSearch(pieceNeedles(secrets));
  const inLetters = (name: string, text: string) => {
    for (const part of extractLetters(text)) assertNone(letters(Buffer.from(part)), name);
  };
  /** For a binary file, such as a picture or a PDF, with its metadata. */
  const inBytes = (name: string, bytes: Uint8Array) => assertNone(plain(bytes), name);
  /** For a text file: also finds secrets that are encoded, escaped in part, or contain markup. */
  const inText = (name: string, bytes: Buffer, text: string) => {
    if (piece(bytes)) {
      inBytes(name, bytes);
      inLetters(name, text);
    }
    const [shape] = shapes.find(([, pattern]) => pattern.test(text)) ?? [];
    if (shape === undefined) return;
    throw new OperatorError(
      `${shape} stands in ${name}. Nothing was published. Remove it from the content, and create a new one: anyone who could read the content knows it.`,
    );
  };
  /** For content: also finds secrets that are split or escaped character by character. */
  const inContent = (name: string, content: unknown) => {
    if (secrets.length === 0) return;
    const text = JSON.stringify(content);
    inBytes(name, Buffer.from(text));
    inLetters(name, text);
    // The address of a link stands between its text and the next word: `[abc](https://…)def`.
    if (text.includes('](')) inLetters(name, text.replaceAll(/\]\([^)]*\)/g, ''));
  };
  return { inBytes, inText, inContent };
}

/** Throws an `OperatorError` that names the entry if the content contains a secret. */
export function assertNoSecretInContent(
  { content, redact }: Pick<PreparedContent, 'content' | 'redact'>,
  secrets: readonly Secret[],
): void {
  const secretFinder = createSecretFinder(secrets);
  for (const { locales, shared, origin } of content.entries) {
    secretFinder.inContent(redact(origin.label), { locales, shared });
  }
}
