/** Values that a build leaves for the next one (build side). One that is missing, damaged or of another version isn't read. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

const sumLength = 32;

/** The version is in the sum, so that a value of another one looks damaged. */
const sumOf = (version: string, bytes: Uint8Array) =>
  createHash('sha256').update(`${version}\n`).update(bytes).digest();

/** Reads a value that code of this version stored; undefined where there is none. */
export function readStored(file: string, version: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const value = bytes.subarray(sumLength);
  return bytes.length > sumLength && sumOf(version, value).equals(bytes.subarray(0, sumLength))
    ? deserialize(value)
    : undefined;
}

/** Stores a value in place of an earlier one: other builds see one of them whole. Throws the system's error. */
export function writeStored(file: string, version: string, value: unknown): void {
  const bytes = serialize(value);
  const partial = `${file}.${randomUUID()}.partial`;
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(partial, sumOf(version, bytes));
    writeFileSync(partial, bytes, { flag: 'a' });
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
}
