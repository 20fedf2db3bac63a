/** What is put right in a page once Astro has made it. Pure; so that it can be done while others are being made. */
import { createHash } from 'node:crypto';

/**
 * A comment, a script or style sheet with its code, or any other tag. Each is matched whole, attributes included: a title
 * that looks like markup stands in attributes as it is, and must not be taken for a tag.
 */
const tags =
  /<!--[^]*?-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^'">])*)>([^]*?)<\/\1>|<[a-z/](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Astro puts this before a page's first island, wherever that is; HTML wants styles in the head. */
const islandStyle = /^<style>astro-island/;

/**
 * Astro's hash of an island, which nothing reads in a built site. The component's absolute path is part of it, so that a
 * checkout in another folder would give other bytes (docs/decisions/0039).
 */
const islandId = /^(<astro-island) uid="[^"]*"/;

/** Code that a policy need not name: a file, or data for search engines. */
const notInline = /\s(?:src=|type="application\/ld\+json")/;

/** What a page loads from the site by an element: scripts, and links to style sheets and to modules. */
const loaded =
  /^<(?:script[^>]* src|link rel="(?:stylesheet|modulepreload)" href)="(\/[^"]+\.(?:js|css))"(?! integrity)/;

/**
 * Each byte of a page as a character. What is looked for in it is ASCII, and reading and writing a page so takes no time.
 */
export const bytewise = 'latin1';

/** The few inline scripts and styles that there are, on thousands of pages, as a policy names them. */
const hashes = new Map<string, string>();

function hashOf(code: string): string {
  let hash = hashes.get(code);
  if (hash === undefined) {
    hash = ` 'sha256-${createHash('sha256').update(code, bytewise).digest('base64')}'`;
    hashes.set(Buffer.from(code, bytewise).toString(bytewise), hash);
  }
  return hash;
}

/** The integrity value of a file of the site by its path (`/assets/a.js -> sha256-…`); undefined where there is none. */
export type IntegrityOf = (path: string) => string | undefined;

/** Lets the browser refuse a script or style sheet that isn't the one that was built. */
const withIntegrity = (tag: string, integrityOf: IntegrityOf) =>
  tag.replace(loaded, (start, path: string) => {
    const integrity = integrityOf(path);
    return integrity === undefined ? start : `${start} integrity="${integrity}"`;
  });

/**
 * Takes the hashes out of a policy that no inline script or style of the page has. Astro lists all that the site has,
 * files too, which 'self' allows already; hashes can't be compressed, and ten are 400 bytes on a page of 8 kB.
 */
const trimPolicy = (tag: string, own: ReadonlySet<string>) =>
  tag.replaceAll(/ 'sha256-[^']+'/g, (hash) => (own.has(hash) ? hash : ''));

/**
 * A page read `bytewise`, with the islands' style in the head, without the islands' ids, with no more in its policy than
 * it needs, and with the integrity of what it loads.
 */
export function finishPage(html: string, integrityOf: IntegrityOf): string {
  const own = new Set<string>();
  const styles: string[] = [];
  const read = html.replaceAll(tags, (tag, name?: string, attributes = '', code = '') => {
    if (name !== undefined && !notInline.test(attributes)) own.add(hashOf(code));
    if (islandStyle.test(tag)) {
      styles.push(tag);
      return '';
    }
    return withIntegrity(tag.replace(islandId, '$1'), integrityOf);
  });
  return read.replaceAll(tags, (tag) => {
    if (tag === '</head>') return styles.join('') + tag;
    return tag.startsWith('<meta http-equiv="content-security-policy"') ? trimPolicy(tag, own) : tag;
  });
}
