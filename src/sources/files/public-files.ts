/** The files in `public/`: which there are, and which of them may be published. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '@/config/config';
import { replaceableFiles } from '@/config/values';
import { locales, localeTable } from '@/i18n/locales';
import { formatCount } from '@/model/format-count';
import { OperatorError } from '@/model/operator-error';
import type { Progress } from '../source';

/** A file that is published as it is. */
export interface PublicFile {
  /** From the root of the site: `/handbook.pdf`. */
  readonly path: string;
  /** The file with the bytes: a symbolic link is followed. */
  readonly source: string;
}

/**
 * Names for the files and folders that the program makes. Folders are its own as a whole: a file there could be in the way of a
 * later entry, or be stored by browsers for a year.
 */
const makers: Readonly<Record<string, string>> = {
  ...Object.fromEntries(locales.map((locale) => [`/${locale}`, `the pages in ${localeTable[locale].name}`])),
  ...Object.fromEntries(locales.map((locale) => [`/sitemap-${locale}.xml`, 'the map of the site'])),
  '/sitemap.xml': 'the map of the site',
  '/index.html': 'the page that leads to a language',
  '/404.html': 'the page for an address that isn’t there',
  '/robots.txt': 'the rules for search engines',
  '/.well-known/security.txt': 'the contact for security problems',
  '/icon.svg': 'the site’s icon',
  '/icon-180.png': 'the site’s icon',
  '/icon-192.png': 'the site’s icon',
  '/icon-512.png': 'the site’s icon',
  '/assets': 'styles, scripts and fonts',
  '/media': 'the pictures of the content',
  '/share': 'pictures and sheets for sharing',
  '/embed': 'lists for other sites',
  '/data': 'the open data',
  '/search': 'the search',
  '/words': 'the search',
  '/pagefind': 'the search',
  '/build.json': 'the record of the build',
  '/sw.js': 'the service worker',
  '/_headers': 'the headers for hosts',
  '/_redirects': 'the redirects for hosts',
};

/** Some disks and hosts make no difference between these spellings. */
const fold = (name: string) => name.normalize('NFC').toLowerCase();

/**
 * Returns what the program makes at the address of a file, or within it: `/en/a.txt -> 'the pages in English'`. Undefined if
 * the address is free.
 */
export function findMaker(file: string): string | undefined {
  // Texts are also made in compressed form.
  const name = fold(file).replace(/\.(?:br|gz)$/, '');
  return Object.entries(makers).find(
    ([made]) => `${name}/`.startsWith(`${made}/`) || made.startsWith(`${name}/`),
  )?.[1];
}

/** Names that begin with a dot are for tools, and may hold secrets. One folder has files for visitors (RFC 8615). */
const isHidden = (file: string) =>
  file.split('/').some((name, depth) => name.startsWith('.') && !(depth === 1 && name === '.well-known'));

/** Every folder may have these, so nothing is said of them. */
const isHousekeeping = (file: string) => /\/\.(?:git(?:keep|ignore|attributes)|DS_Store)$/.test(file);

/** Lists everything but folders, and folders that are links. */
function listNames(root: string, within = ''): string[] {
  return readdirSync(path.join(root, within), { withFileTypes: true }).flatMap((entry) => {
    const name = `${within}/${entry.name}`;
    return entry.isDirectory() && !isHidden(name) ? listNames(root, name) : [name];
  });
}

/** True for a path in a folder, and for the folder itself. Both are absolute. */
export const isWithin = (inner: string, outer: string): boolean =>
  `${inner}${path.sep}`.startsWith(`${outer}${path.sep}`);

/** Returns the real path of a file in the folder; undefined for anything else, such as a link that leads out of it. */
function findSource(root: string, name: string): string | undefined {
  try {
    const source = realpathSync(path.join(root, name));
    return isWithin(source, root) && statSync(source).isFile() ? source : undefined;
  } catch {
    return undefined;
  }
}

type Settings = Pick<Config, 'public' | 'content'>;

const realPath = (folder: string): string | undefined => {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
};

/** Returns the real path of the folder; undefined if the default one is missing. Throws an `OperatorError`. */
function openFolder({ public: { dir, isDirSet }, content }: Settings): string | undefined {
  const root = realPath(dir);
  if (root === undefined && !isDirSet) return undefined;
  if (root === undefined || !statSync(root).isDirectory())
    throw new OperatorError(
      `PUBLIC_DIR is “${dir}”, and there is no such folder. Name the folder of the files that are published as they are, or leave it unset.`,
    );
  const inside = ['.', content.dir].find((folder) =>
    isWithin(realPath(folder) ?? path.resolve(folder), root),
  );
  if (inside === undefined) return root;
  throw new OperatorError(
    `PUBLIC_DIR is “${dir}”, so that everything in ${path.resolve(inside)} would be published as it is. Name a folder that has only files for visitors.`,
  );
}

/** The number of files that a message lists. */
const listedFiles = 10;

/** Returns the reason why a file can't be published, and what to do; undefined if it can. */
function findFault(name: string, source: string | undefined, { dir, mayReplace }: Config['public']) {
  const shown = path.join(dir, name);
  if (source === undefined)
    return `${shown} leads out of ${dir}, or is no file. Put a copy of the file in its place.`;
  if (/[\\\p{Cc}]/u.test(name)) return `${JSON.stringify(shown)} has a sign that no address has. Rename it.`;
  const maker = findMaker(name);
  const replaceable = replaceableFiles.find((file) => `/${file}` === name);
  if (maker === undefined || (replaceable && mayReplace.includes(replaceable))) return undefined;
  const remedy = replaceable
    ? `Remove it, or publish it instead with PUBLIC_MAY_REPLACE=${[...mayReplace, replaceable].join(',')}.`
    : 'Rename it, or move it into another folder.';
  return `${shown} has the address of ${maker}, which the program makes. ${remedy}`;
}

/**
 * Lists the files of the configured folder, sorted, without those whose names begin with a dot. Throws an `OperatorError`
 * that names what can't be published.
 */
export function listPublicFiles(config: Settings, progress: Progress): PublicFile[] {
  const root = openFolder(config);
  if (root === undefined) return [];
  const { dir } = config.public;
  const names = listNames(root).toSorted();
  for (const name of names.filter((one) => isHidden(one) && !isHousekeeping(one)))
    progress(`Not published, since its name begins with a dot: ${path.join(dir, name)}`);
  const files = names
    .filter((name) => !isHidden(name))
    .map((name) => ({ path: name, source: findSource(root, name) }));
  const faults = files.flatMap(({ path: name, source }) => findFault(name, source, config.public) ?? []);
  const [first] = faults;
  if (first === undefined) return files.filter((file): file is PublicFile => file.source !== undefined);
  throw new OperatorError(
    faults.length === 1
      ? first
      : [
          `${formatCount(faults.length, 'file')} of ${dir} can’t be published:`,
          ...faults.slice(0, listedFiles).map((fault) => `  ${fault}`),
          ...(faults.length > listedFiles ? ['  …'] : []),
        ].join('\n'),
  );
}
