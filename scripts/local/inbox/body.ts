/** Reads the fields and files of a request, in any of the three formats that Formspree accepts. */
import type { IncomingMessage } from 'node:http';
import { readBody } from '../http';
import { problems, type InboxProblem } from './problems';

/** Fields by name, in their order. A name that is repeated has a list of values. */
type SubmittedFields = Readonly<Record<string, unknown>>;

/** The fields and files of a submission. */
interface SubmittedBody {
  readonly fields: SubmittedFields;
  /** Files with the names of their fields, in their order. */
  readonly files: readonly (readonly [field: string, file: File])[];
}

/** The largest size of all fields together, without files, in bytes. */
const maximumTextBytes = 1_000_000;

/** The largest size of a file in bytes, and the most files, as in Formspree’s plans with uploads. */
const maximumFileBytes = 25_000_000;
const maximumFiles = 10;

/** Requests with files may be longer. */
const isMultipart = (contentType: string) => mediaTypeOf(contentType) === 'multipart/form-data';

const mediaTypeOf = (contentType: string) => contentType.split(';')[0]?.trim().toLowerCase();

/** Reads the whole body; returns a problem if it is too large. Rejects if the sender disconnects first. */
export async function readRequestBody(request: IncomingMessage): Promise<Buffer | InboxProblem> {
  const multipart = isMultipart(request.headers['content-type'] ?? '');
  const maximumBytes = multipart ? maximumFileBytes + maximumTextBytes : maximumTextBytes;
  const body = await readBody(request, { maximumBytes, discardedBytes: 20_000_000 });
  return body ?? (multipart ? problems.filesTooBig : problems.tooLarge);
}

/** Parses a body by its content type. */
export async function parseBody(
  contentType: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<SubmittedBody | InboxProblem> {
  const type = mediaTypeOf(contentType);
  try {
    if (type === 'application/json') return readJsonFields(JSON.parse(new TextDecoder().decode(body)));
    if (type === 'application/x-www-form-urlencoded' || isMultipart(contentType)) {
      return readFormFields(
        await new Response(body, { headers: { 'Content-Type': contentType } }).formData(),
      );
    }
  } catch {
    return problems.unreadable;
  }
  return problems.unsupported;
}

function readJsonFields(value: unknown): SubmittedBody | InboxProblem {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? { fields: value as SubmittedFields, files: [] } : problems.unreadable;
}

function readFormFields(form: FormData): SubmittedBody | InboxProblem {
  const values = new Map<string, string[]>();
  const files: (readonly [string, File])[] = [];
  let textBytes = 0;
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      textBytes += Buffer.byteLength(value);
      values.set(name, [...(values.get(name) ?? []), value]);
      // An empty file field is sent as a file without a name and content.
    } else if (value.size > 0 || value.name !== '') files.push([name, value]);
  }
  if (textBytes > maximumTextBytes) return problems.tooLarge;
  if (files.length > maximumFiles) return problems.tooManyFiles;
  if (files.some(([, { size }]) => size > maximumFileBytes)) return problems.filesTooBig;
  const fields = [...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]);
  return { fields: Object.fromEntries(fields) as SubmittedFields, files };
}
