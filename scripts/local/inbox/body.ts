/** The fields and files of a request's body, in any of the three forms that Formspree takes. */
import type { IncomingMessage } from 'node:http';
import { readBody } from '../http';
import { problems, type InboxProblem } from './problems';

/** Fields by name, in their order; a name that comes several times has a list. */
export type SubmittedFields = Readonly<Record<string, unknown>>;

/** What came in. */
export interface Body {
  readonly fields: SubmittedFields;
  /** With the names of their fields, in their order. */
  readonly files: readonly (readonly [field: string, file: File])[];
}

/** The most bytes of all that is no file. */
export const maximumBytes = 1_000_000;

/** The most bytes of a file, and the most files: as Formspree’s plans have them that take any. */
export const maximumFileBytes = 25_000_000;
export const mostFiles = 10;

/** Said of a request: with files it may be longer. */
const isMultipart = (contentType: string) => typeOf(contentType) === 'multipart/form-data';

const typeOf = (contentType: string) => contentType.split(';')[0]?.trim().toLowerCase();

/** Reads the whole body, or says that it is too large. Rejects where the sender hangs up first. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | InboxProblem> {
  const multipart = isMultipart(request.headers['content-type'] ?? '');
  const most = multipart ? maximumFileBytes + maximumBytes : maximumBytes;
  const body = await readBody(request, { most, patience: 20_000_000 });
  return body ?? (multipart ? problems.filesTooBig : problems.tooLarge);
}

/** Parses a body by its content type. */
export async function parseBody(
  contentType: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<Body | InboxProblem> {
  const type = typeOf(contentType);
  try {
    if (type === 'application/json') return ofJson(JSON.parse(new TextDecoder().decode(body)));
    if (type === 'application/x-www-form-urlencoded' || isMultipart(contentType)) {
      return ofForm(await new Response(body, { headers: { 'Content-Type': contentType } }).formData());
    }
  } catch {
    return problems.unreadable;
  }
  return problems.unsupported;
}

function ofJson(value: unknown): Body | InboxProblem {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? { fields: value as SubmittedFields, files: [] } : problems.unreadable;
}

function ofForm(form: FormData): Body | InboxProblem {
  const values = new Map<string, string[]>();
  const files: (readonly [string, File])[] = [];
  let textBytes = 0;
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      textBytes += Buffer.byteLength(value);
      values.set(name, [...(values.get(name) ?? []), value]);
      // an empty file field is sent as a file without name and content
    } else if (value.size > 0 || value.name !== '') files.push([name, value]);
  }
  if (textBytes > maximumBytes) return problems.tooLarge;
  if (files.length > mostFiles) return problems.tooManyFiles;
  if (files.some(([, { size }]) => size > maximumFileBytes)) return problems.filesTooBig;
  const fields = [...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]);
  return { fields: Object.fromEntries(fields) as SubmittedFields, files };
}
