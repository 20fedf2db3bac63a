/**
 * What the form says, as one file for each language. In the page it would be a tenth of every opportunity; like this it
 * is fetched once, when somebody comes near a form.
 */
import { createHash } from 'node:crypto';
import type { AttachmentWords } from './attachment/attachment-words';
import type { OutboxWords } from '../outbox/panel/outbox-words';
import type { FormWords } from './form-props';

/** A file whose name changes with its content, as those of scripts do: it may be kept for ever. */
export interface WordsFile {
  readonly version: string;
  /** Where it is on the site: `/assets/form-words.fr.1a2b3c4d.json` */
  readonly path: string;
  readonly text: string;
}

/** The file of a language. The routes in `src/pages/assets` write it. */
export function wordsFile(
  locale: string,
  words: FormWords | AttachmentWords | OutboxWords,
  of: 'form' | 'attachment' | 'outbox' = 'form',
): WordsFile {
  const text = JSON.stringify(words);
  const version = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { version, path: `/assets/${of}-words.${locale}.${version}.json`, text };
}
