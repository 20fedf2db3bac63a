/** Looks for what nobody may see. */
import type { Secret } from '@/config/secrets';
import type { PreparedContent } from '@/site/prepare/prepare';
import { lettersOf } from './secrets/letters';
import { letterNeedles, plainNeedles, spellingsOf, type Needle } from './secrets/needles';
import { pieceSearch } from './secrets/pieces';
import { needleSearch } from './secrets/search';
import { VerifyError } from './verify-error';

/** What keys look like that somebody may have pasted into a text. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['A token of Contentful', /\bCFPAT-[\w-]{30,}/],
  ['A token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/],
  ['A private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
];

/** Looks through files of a site; it throws a `VerifyError` that doesn’t show what it found. */
export interface SecretFinder {
  /** False where no variable has one. */
  readonly hasSecrets: boolean;
  /** A file whose bytes are no text: a picture, a sheet to print, and what they say of themselves. */
  readonly inBytes: (name: string, bytes: Uint8Array) => void;
  /** A file of text: also what stands in it encoded, escaped, or with markup within. */
  readonly inText: (name: string, bytes: Buffer, text: string) => void;
  /** What an editor wrote: also what is taken apart sign by sign. */
  readonly inContent: (name: string, content: unknown) => void;
}

function assertNone(found: Needle | undefined, name: string): void {
  if (!found) return;
  throw new VerifyError(
    `The value of ${found.variable} stands in ${name}. Nothing was published. Take it out of the content or code, and make another one in its place: whoever could read it knows it.`,
  );
}

/**
 * Makes what looks for secrets. Going over
 * every letter of a site would take a fifth of what verifying takes: that is done where a text has a piece of a secret,
 * encoded or not. What is taken apart into smaller pieces can only come from the content, of which every letter is looked
 * at.
 */
export function secretFinder(secrets: readonly Secret[]): SecretFinder {
  const plain = needleSearch(plainNeedles(secrets));
  const letters = needleSearch(letterNeedles(secrets));
  const hasPiece = pieceSearch(spellingsOf(secrets));
  const inBytes = (name: string, bytes: Uint8Array) => assertNone(plain(bytes), name);
  const inLetters = (name: string, bytes: Uint8Array) => {
    const { words, tags } = lettersOf(bytes);
    assertNone(letters(words) ?? letters(tags), name);
  };
  return {
    hasSecrets: secrets.length > 0,
    inBytes,
    inText: (name, bytes, text) => {
      inBytes(name, bytes);
      if (hasPiece(bytes)) inLetters(name, bytes);
      const shape = shapes.find(([, pattern]) => pattern.test(text));
      if (shape) {
        throw new VerifyError(
          `${shape[0]} stands in ${name}. Nothing was published. Take it out of the content, and make another one in its place: whoever could read the content knows it.`,
        );
      }
    },
    inContent: (name, content) => {
      if (secrets.length === 0) return;
      const text = JSON.stringify(content);
      const bytes = Buffer.from(text);
      inBytes(name, bytes);
      inLetters(name, bytes);
      // Where a link ends, its address stands between its words and the next: `[abc](https://…)def`.
      inLetters(name, Buffer.from(text.replaceAll(/\]\([^)]*\)/g, '')));
    },
  };
}

/** Throws a `VerifyError` where an editor wrote a secret; it names the entry. */
export function assertNoSecretWritten(
  { content, redact }: Pick<PreparedContent, 'content' | 'redact'>,
  secrets: readonly Secret[],
): void {
  const look = secretFinder(secrets);
  for (const { locales, shared, origin } of content.entries) {
    look.inContent(redact(origin.label), { locales, shared });
  }
}
