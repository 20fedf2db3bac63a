/** Writes the parts of `hosting/nginx.conf` and `hosting/nginx-http.conf` that follow from the headers of a site. Pure. */
import { lookup } from 'mrmime';
import {
  cacheControl,
  commonHeaders,
  fileStatuses,
  immutableFolders,
  immutableStatuses,
  placeHeaders,
  type HeaderValues,
} from '@/publish/hosts/site-headers';

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

export const nginxFiles = ['hosting/nginx.conf', 'hosting/nginx-http.conf'] as const;

/** `Content-Security-Policy -> $volunteering_content_security_policy` */
const headerVariable = (header: string) => `$volunteering_${header.toLowerCase().replaceAll('-', '_')}`;

/** A map that sets the variable of a header; an empty value isn't sent. The values of the variables in `key` are looked up. */
const formatMap = (header: string, key: string, otherwise: string, lines: readonly string[]) =>
  [`map "${key}" ${headerVariable(header)} {`, `    default "${otherwise}";`, ...lines, '}'].join('\n');

/** A line of a map by `$status$uri`, for responses from some places. */
const formatPlaces = (statuses: readonly number[], places: readonly string[], value: string) =>
  `    "~^(?:${statuses.join('|')})(?:${places.join('|')})" "${value}";`;

const places = Object.entries(placeHeaders);

const placeDependent = [...new Set(places.flatMap(([, values]) => Object.keys(values)))];

/** The map of a header that differs between places. */
function formatPlaceMap(header: string): string {
  const byValue = Map.groupBy(
    places.filter(([, values]) => header in values),
    ([, values]) => values[header] ?? '',
  );
  const lines = [...byValue].map(([value, own]) =>
    formatPlaces(
      fileStatuses,
      own.map(([place]) => place),
      value,
    ),
  );
  return formatMap(header, '$status$uri', commonHeaders[header] ?? '', lines);
}

const maps = [
  // A request for a part of a file (Range) matches none and isn't immutable: nginx adds the headers before it knows
  // whether the file has that part.
  formatMap('Cache-Control', '$http_range$status$uri', cacheControl.fresh, [
    formatPlaces(immutableStatuses, immutableFolders, cacheControl.immutable),
  ]),
  ...placeDependent.map(formatPlaceMap),
].join('\n\n');

const addHeaders = (values: HeaderValues) =>
  Object.entries(values).map(([header, value]) => `    add_header ${header} ${value} always;`);

const headers = addHeaders({
  ...Object.fromEntries(['Cache-Control', ...placeDependent].map((one) => [one, headerVariable(one)])),
  ...Object.fromEntries(
    Object.entries(commonHeaders)
      .filter(([header]) => !placeDependent.includes(header))
      .map(([header, value]) => [header, `"${value}"`]),
  ),
}).join('\n');

/** Types whose files are text in UTF-8; `text/html` is always among them, as it is among those that are compressed. */
const textTypes = [...new Set(Object.values(typesByExtension))].filter((type) =>
  /^text\/(?!html)|^application\/json$/.test(type),
);

const types = [
  '    types {',
  ...Object.entries(typesByExtension).map(([extension, type]) => `        ${type.padEnd(28)} ${extension};`),
  '    }',
  `    charset_types ${textTypes.join(' ')};`,
  `    gzip_types    ${[...textTypes, 'image/svg+xml', 'application/manifest+json'].join(' ')};`,
].join('\n');

/** Returns a configuration with the present sections. Throws if one of them is missing. */
export function insertNginxSections(config: string): string {
  return Object.entries({ maps, types, headers }).reduce((text, [name, section]) => {
    const [begin, end] = [`# ${name}: npm run docs -- hosting\n`, `# /${name}\n`];
    const [before, ...rest] = text.split(begin);
    const after = rest.join(begin).split(end)[1];
    if (after === undefined) throw new Error(`The configuration has no section “${name}”.`);
    const indent = /[ ]*$/.exec(before ?? '')?.[0] ?? '';
    return `${before ?? ''}${begin}${section}\n${indent}${end}${after}`;
  }, config);
}
