import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Creates a function that returns the integrity value of a file of the site in `folder`, `/assets/a.js -> sha256-…`;
 * undefined if there is no such file. Each file is read once: its name changes with its content.
 * https://www.w3.org/TR/sri-2/
 */
export function createIntegrityReader(): (folder: string, file: string) => string | undefined {
  const known = new Map<string, string>();
  return (folder, file) => {
    const value = known.get(file);
    if (value !== undefined) return value;
    const place = path.join(folder, file);
    if (!existsSync(place)) return undefined;
    const integrity = `sha256-${createHash('sha256').update(readFileSync(place)).digest('base64')}`;
    known.set(file, integrity);
    return integrity;
  };
}
