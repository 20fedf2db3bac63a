/**
 * The form's strings as one file for each language. In the page they would be a tenth of every opportunity; as a file
 * they are loaded once, when a visitor comes near a form.
 */
import { createHash } from 'node:crypto';
import type { AttachmentStrings } from './attachment/attachment-strings';
import type { OutboxStrings } from '../outbox/panel/outbox-strings';
import type { FormFile } from './form-props';

/** A file whose name changes with its content, like those of scripts: caches may keep it for ever. */
export interface StringsFile {
  /** Without its ending: `form-words.fr.1a2b3c4d` */
  readonly name: string;
  /** Its path on the site: `/assets/form-words.fr.1a2b3c4d.json` */
  readonly path: string;
  readonly text: string;
}

/** Creates the file of a language. The route in `src/pages/assets` writes it. */
export function createStringsFile(
  locale: string,
  strings: FormFile | AttachmentStrings | OutboxStrings,
  of: 'form' | 'attachment' | 'outbox' = 'form',
): StringsFile {
  const text = JSON.stringify(strings);
  const version = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const name = `${of}-words.${locale}.${version}`;
  return { name, path: `/assets/${name}.json`, text };
}
