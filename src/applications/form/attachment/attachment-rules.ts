/** The rules for an application's file: the page shows them, and the browser checks by them. Pure. */

import { attachmentField } from './attachment-field';

/** Accepted types by file extension: text formats that any office program reads, and pictures. */
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

/** For the `accept` attribute of a file field, by which a browser offers accepted files first. */
export const acceptedExtensions = Object.keys(types)
  .map((ending) => `.${ending}`)
  .join(',');

/** Converts decimal megabytes, as in the settings and in `formatFileSize`. */
export const megabytesToBytes = (megabytes: number) => megabytes * 1_000_000;

/** The longest file name that is sent, in UTF-16 units: few file systems accept more. */
export const maxNameLength = 150;

/** The properties of a file that its rules check. */
interface FileInfo {
  readonly name: string;
  readonly size: number;
  /** The MIME type from the browser: mostly guessed from the extension, and empty if it knows none. */
  readonly type: string;
}

/** The possible problems with a file. Strings: keys `apply.attachment.<code>`. */
export type FileProblem = 'kind' | 'empty' | 'large' | 'unreadable';

const extensionOf = (name: string) => /\.([^.\s/\\]+)\s*$/u.exec(name)?.[1]?.toLowerCase();

/**
 * The MIME type of an accepted file; undefined for any other. The extension decides, since browsers guess the type by
 * it, and some office programs make them guess wrongly. Only without an extension does the type decide.
 */
export function acceptedMimeType({ name, type }: Pick<FileInfo, 'name' | 'type'>): string | undefined {
  const ending = extensionOf(name);
  if (ending !== undefined) return Object.hasOwn(types, ending) ? types[ending] : undefined;
  return Object.values(types).find((known) => known === type);
}

/** The problem with a file that may have at most `most` bytes, or undefined. */
export function checkFile(file: FileInfo, most: number): FileProblem | undefined {
  if (acceptedMimeType(file) === undefined) return 'kind';
  if (file.size === 0) return 'empty';
  return file.size > most ? 'large' : undefined;
}

/** Characters that change the direction of text, break lines, or can't be seen. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/**
 * Cleans a file's name for sending and display: no path, no hidden characters, and shortened before its extension.
 * `('../fdp.\u202Eexe.txt') -> 'fdp.exe.txt'`
 */
export function cleanFileName(name: string): string {
  const base = name
    .replace(/^.*[/\\]/su, '')
    .replaceAll(hidden, '')
    .trim();
  if (base.length <= maxNameLength) return base || attachmentField;
  const ending = extensionOf(base);
  const end = ending === undefined || ending.length > 10 ? '' : `.${ending}`;
  // Not in the middle of a surrogate pair.
  return base.slice(0, maxNameLength - end.length).replace(/[\uD800-\uDBFF]$/, '') + end;
}
