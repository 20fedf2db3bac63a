/** The fields of a request's body, in any of the three forms that Formspree takes. */
import type { IncomingMessage } from 'node:http';
import { problems, type Problem } from './problems';

/** Fields by name, in their order; a name that comes several times has a list. */
export type Fields = Readonly<Record<string, unknown>>;

/** The largest body, in bytes. */
export const maximumBytes = 1_000_000;

/** What is read past the limit before the connection is cut, so that a browser gets to see the answer. */
const patienceBytes = 20 * maximumBytes;

/** Reads the whole body, or says that it is too large. Rejects where the sender hangs up first. */
export async function readBody(request: IncomingMessage): Promise<Buffer | Problem> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > patienceBytes) break;
    if (size <= maximumBytes) chunks.push(chunk);
  }
  return size > maximumBytes ? problems.tooLarge : Buffer.concat(chunks);
}

/** Parses a body by its content type. Files are refused, as on Formspree's free plan. */
export async function parseFields(
  contentType: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<Fields | Problem> {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  try {
    if (type === 'application/json') return ofJson(JSON.parse(new TextDecoder().decode(body)));
    if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data') {
      return ofForm(await new Response(body, { headers: { 'Content-Type': contentType } }).formData());
    }
  } catch {
    return problems.unreadable;
  }
  return problems.unsupported;
}

function ofJson(value: unknown): Fields | Problem {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : problems.unreadable;
}

function ofForm(form: FormData): Fields | Problem {
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      // an empty file field is sent as a file without name and content
      if (value.size > 0 || value.name !== '') return problems.noFiles;
      continue;
    }
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]));
}
