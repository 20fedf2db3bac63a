/** Improves the HTML of a rendered page: the order of its head, its policy, and the integrity of what it loads. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A comment, a script or style sheet with its code, or any other tag. Each is matched whole, attributes included: an
 * attribute may contain text that looks like a tag.
 */
const tags =
  /<!--[^]*?-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^'">])*)>([^]*?)<\/\1>|<[a-z/](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** The tags that a page is changed at, or that its policy lists; most others are passed over. */
const changedTag = /^<(?:script|style|link|meta|\/head|astro-island)/i;

/** Astro puts this before a page's first island; HTML allows styles only in the head. */
const islandStyle = /^<style>astro-island/;

/**
 * Astro's hash of an island, which a built site doesn't use. It depends on the component's absolute path, so a
 * checkout in another folder would give other bytes (docs/decisions/0039).
 */
const islandId = /^(<astro-island) uid="[^"]*"/;

/** Scripts that a policy need not list: files, and data for search engines. */
const notInline = /\s(?:src=|type="application\/ld\+json")/;

/** Elements that load a file of the site: scripts, and links to style sheets and modules. */
const loadedFile =
  /^<(?:script[^>]* src|link rel="(?:stylesheet|modulepreload)" href)="(\/[^"]+\.(?:js|css))"(?! integrity)/;

/**
 * Hashes of inline scripts and styles as a policy lists them, by their code. Few of them repeat on thousands of
 * pages.
 */
const hashes = new Map<string, string>();

function hashCode(code: string): string {
  let hash = hashes.get(code);
  if (hash === undefined) {
    hash = ` 'sha256-${createHash('sha256').update(code).digest('base64')}'`;
    hashes.set(Buffer.from(code).toString(), hash);
  }
  return hash;
}

/** Returns the integrity value of a file of the site (`/assets/a.js -> sha256-…`); undefined if there is none. */
type IntegrityReader = (path: string) => string | undefined;

/** Adds the integrity value, so that browsers refuse a script or style sheet that was changed. */
const withIntegrity = (tag: string, integrityOf: IntegrityReader) =>
  tag.replace(loadedFile, (start, path: string) => {
    const integrity = integrityOf(path);
    return integrity === undefined ? start : `${start} integrity="${integrity}"`;
  });

/**
 * Removes hashes from a policy that no inline script or style of the page has. Astro lists those of the whole site,
 * and of files, which 'self' allows already. Hashes can't be compressed, and ten are 400 bytes on a page of 8 kB.
 */
const trimPolicy = (tag: string, pageHashes: ReadonlySet<string>) =>
  tag.replaceAll(/ 'sha256-[^']+'/g, (hash) => (pageHashes.has(hash) ? hash : ''));

/**
 * Returns a page with the islands' style in the head, without the islands' ids, with a short
 * policy, and with integrity values.
 */
export function finishPage(html: string, integrityOf: IntegrityReader): string {
  const pageHashes = new Set<string>();
  const styles: string[] = [];
  /** The page in pieces: a policy and the end of the head depend on tags that come later. */
  const pieces: (string | (() => string))[] = [];
  let end = 0;
  for (const match of html.matchAll(tags)) {
    const [tag, name, attributes = '', code = ''] = match;
    if (!changedTag.test(tag)) continue;
    if (name !== undefined && !notInline.test(attributes)) pageHashes.add(hashCode(code));
    pieces.push(html.slice(end, match.index));
    end = match.index + tag.length;
    if (islandStyle.test(tag)) styles.push(tag);
    else if (tag === '</head>') pieces.push(() => styles.join('') + tag);
    else if (tag.startsWith('<meta http-equiv="content-security-policy"'))
      pieces.push(() => trimPolicy(tag, pageHashes));
    else pieces.push(withIntegrity(tag.replace(islandId, '$1'), integrityOf));
  }
  pieces.push(html.slice(end));
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece())).join('');
}

/**
 * Creates a function that returns the integrity value of a file of the site in `folder`, `/assets/a.js -> sha256-…`;
 * undefined if there is no such file (https://www.w3.org/TR/sri-2/). Each file is read once: its name changes with its
 * content.
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
