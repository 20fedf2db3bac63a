/** The integrity values of scripts and style sheets: https://www.w3.org/TR/sri-2/ */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IntegrityReader } from './finish-page';

/**
 * Creates a function that returns the integrity value of a file of the site in `folder`, `/assets/a.js -> sha256-…`;
 * undefined if there is no such file. Each file is read once: its name changes with its content.
 */
export function createIntegrityReader(folder: string): IntegrityReader {
  const known = new Map<string, string | undefined>();
  return (file) => {
    if (known.has(file)) return known.get(file);
    const place = path.join(folder, file);
    const integrity = existsSync(place)
      ? `sha256-${createHash('sha256').update(readFileSync(place)).digest('base64')}`
      : undefined;
    known.set(file, integrity);
    return integrity;
  };
}
