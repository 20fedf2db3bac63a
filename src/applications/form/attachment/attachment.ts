/** The rules for a file that goes with an application: the page tells them, the browser checks by them. Pure. */

import { attachmentField } from './attachment-field';

/** Kinds of files, by what their names end in: texts that any office program reads, and pictures. */
const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  txt: 'text/plain',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** For the `accept` of a file field, by which a browser shows first what is taken. */
export const acceptedFiles = Object.keys(types)
  .map((ending) => `.${ending}`)
  .join(',');

/** Units as the settings have them, and as `formatFileSize` writes them. */
export const bytesOf = (megabytes: number) => megabytes * 1_000_000;

/** The longest name that is passed on, in UTF-16 units: file systems take hardly more. */
export const longestName = 150;

/** What of a file its rules are about. */
export interface FileFacts {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** As the browser gives it: mostly guessed by the ending, and empty where it knows none. */
  readonly type: string;
}

/** What can be wrong with a file. Words: keys `apply.attachment.<code>`. */
export type FileProblem = 'kind' | 'empty' | 'large' | 'unreadable';

const endingOf = (name: string) => /\.([^.\s/\\]+)\s*$/u.exec(name)?.[1]?.toLowerCase();

/**
 * The type of a file that is taken, undefined of any other. The ending decides, since browsers guess the type by it, and
 * some office programs have them guess wrongly; only where there is no ending does the type.
 */
export function acceptedType({ name, type }: Pick<FileFacts, 'name' | 'type'>): string | undefined {
  const ending = endingOf(name);
  if (ending !== undefined) return Object.hasOwn(types, ending) ? types[ending] : undefined;
  return Object.values(types).find((known) => known === type);
}

/** What is wrong with a file, where it may have `most` bytes. */
export function fileProblem(file: FileFacts, most: number): FileProblem | undefined {
  if (acceptedType(file) === undefined) return 'kind';
  if (file.size === 0) return 'empty';
  return file.size > most ? 'large' : undefined;
}

/** Signs that turn what stands beside them, break lines, or can't be seen. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/**
 * A file's name as it is sent and shown: without a path and hidden signs, and not too long, with its ending.
 * `('../fdp.\u202Eexe.txt') -> 'fdp.exe.txt'`
 */
export function cleanName(name: string): string {
  const base = name
    .replace(/^.*[/\\]/su, '')
    .replaceAll(hidden, '')
    .trim();
  if (base.length <= longestName) return base || attachmentField;
  const ending = endingOf(base);
  const end = ending === undefined || ending.length > 10 ? '' : `.${ending}`;
  // Not in the middle of a character that takes two.
  return base.slice(0, longestName - end.length).replace(/[\uD800-\uDBFF]$/, '') + end;
}
