/** Media types of the site's files. */
import { lookup } from 'mrmime';

/** Extensions of all files of a site but Pagefind's, which are bytes (`application/octet-stream`), and common ones of `public/`. */
const extensions = [
  'html',
  'css',
  'js',
  'json',
  'xml',
  'svg',
  'png',
  'jpg',
  'webp',
  'avif',
  'woff2',
  'pdf',
  'ics',
  'csv',
  'txt',
  'webmanifest',
  'gif',
  'jpeg',
  'mjs',
  'md',
  'vtt',
  'mp3',
  'ogg',
  'mp4',
  'webm',
  'woff',
  'ttf',
  'otf',
  'zip',
  'epub',
];

/** `{ html: 'text/html', … }` */
export const typesByExtension: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    extensions.map((extension) => [extension, lookup(extension) ?? 'application/octet-stream']),
  ),
  ico: 'image/x-icon',
};

/** True if hosts compress a file of this name; Pagefind's own files are compressed already. */
export const isCompressible = (name: string): boolean =>
  /\.(?:html|css|js|json|geojson|svg|xml|ics|csv|txt|webmanifest)$/.test(name);
