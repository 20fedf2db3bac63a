/** Writes `hosting/nginx.conf` (HTTPS) and `hosting/nginx-http.conf` (plain HTTP, for a first try). Pure. */
import { typesByExtension } from './file-types';
import {
  cacheControl,
  commonHeaders,
  fileStatuses,
  immutableFolders,
  immutableStatuses,
  httpsHeaders,
  placeHeaders,
  type HeaderValues,
} from './site-headers';

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
  Object.entries(values).map(([header, value]) => `    add_header ${header} "${value}" always;`);

const headers = [
  ...['Cache-Control', ...placeDependent].map(
    (header) => `    add_header ${header} ${headerVariable(header)} always;`,
  ),
  ...addHeaders(
    Object.fromEntries(Object.entries(commonHeaders).filter(([header]) => !placeDependent.includes(header))),
  ),
].join('\n');

const types = Object.entries(typesByExtension)
  .map(([extension, type]) => `        ${type.padEnd(28)} ${extension};`)
  .join('\n');

/** Types whose files are text in UTF-8; `text/html` is always among them. */
const textTypes = [...new Set(Object.values(typesByExtension))]
  .filter((type) => /^text\/(?!html)|^application\/json$/.test(type))
  .join(' ');

const markChange = (line: string, what: string) => `${`    ${line}`.padEnd(66)} # change: ${what}`;

const root = markChange('root        /srv/volunteering/current;', 'the folder behind --to, with /current');
const name = `${markChange('server_name volunteer.example.org;', 'the host of SITE_URL')}
    # Requests for any other host that reach this machine.
    if ($host != $server_name) { return 421; }`;

/** The part of a server block that is the same with and without TLS. */
const site = `${root}

    # Complete for the files of the site: a second list of types would warn of what both have.
    types {
${types}
    }
    default_type  application/octet-stream;
    charset       utf-8;
    charset_types ${textTypes};

    index       index.html;
    absolute_redirect off;
    server_tokens off;
    etag        on;

    # Texts lie compressed beside themselves. Where nginx has the Brotli module, a tenth less is sent: brotli_static on;
    gzip_static on;
    gzip_vary   on;

${headers}

    error_page 404 $volunteering_not_found;

    # For other hosts.
    location = /_headers   { return 404; }
    location = /_redirects { return 404; }

    # Your own additions, such as hosting/publisher.nginx.conf. There may be none.
    include /etc/nginx/volunteering/*.conf;

    location / {
        try_files $uri $uri/ =404;
    }
}
`;

const formatHead = (file: string, use: string, lines: number) => `# ${use}
#   npm run publish:local -- --to /srv/volunteering
# Copy this file to /etc/nginx/conf.d/volunteering.conf, change the ${lines} lines marked below, then: nginx -t && nginx -s reload
# A new release needs no reload: nginx follows the link "current" at each request.
# Written by npm run docs:hosting from src/publish/hosts/site-headers.ts (${file}).

# Headers by status and path. Only the file itself may be kept for good: an error is about this moment.
${maps}

# The page for an address that isn't there, in the language of that address.
map $uri $volunteering_not_found {
    default /404.html;
    ~^/(?<volunteering_lang>[a-z][a-z])/ /$volunteering_lang/404.html;
}
`;

const httpConfig = `${formatHead('hosting/nginx-http.conf', 'A first try of the site without TLS; hosting/nginx.conf is for publishing:', 3)}
server {
${markChange('listen      80;', 'the port')}
${name}
${site}`;

const httpsConfig = `${formatHead('hosting/nginx.conf', 'The site served by nginx with TLS on the machine that publishes it:', 5)}
# Everything else goes by HTTPS.
server {
    listen      80;
${name}
    server_tokens off;
    return      301 https://$host$request_uri;
}

server {
    listen      443 ssl;
    http2       on;                                                # before nginx 1.25.1: listen 443 ssl http2; without this line
${name}
${markChange('ssl_certificate     /etc/letsencrypt/live/volunteer.example.org/fullchain.pem;', 'your certificate')}
${markChange('ssl_certificate_key /etc/letsencrypt/live/volunteer.example.org/privkey.pem;', 'and its key')}
    ssl_protocols       TLSv1.2 TLSv1.3;
    ssl_session_cache   shared:volunteering:1m;

    # For a year, browsers ask for this host by HTTPS only. To try TLS first, leave the line out.
${addHeaders(httpsHeaders).join('\n')}

${site}`;

/** The files of `hosting/` by their paths. */
export const nginxConfigs: Readonly<Record<string, string>> = {
  'hosting/nginx.conf': httpsConfig,
  'hosting/nginx-http.conf': httpConfig,
};
