/** What the HTML of a page tells about it, without parsing it: for the service worker, and for code short of bytes. */

/** The file name of the web app manifest, to which every page of the site links. */
export const manifestFile = 'app.webmanifest';

/** False for the page that a network sends in the site's place, as for a login. */
export const isOwnPage = (html: string): boolean => html.includes(`/${manifestFile}"`);

/** What the service worker tells a page that it answered from the device: the site's own offers no application. */
export const endedMessage = 'ended';

/** True where one can apply on an opportunity's page. */
export const offersApplication = (html: string): boolean => html.includes('id="apply"');

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00A0',
};

/** The text of the first heading: `<h1><span>Salt &amp; rice</span></h1> -> 'Salt & rice'`; undefined where there is none. */
export function headingOf(html: string): string | undefined {
  const text = /<h1\b[^>]*>([^]*?)<\/h1>/
    .exec(html)?.[1]
    ?.replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(x?)([\da-f]+)|(\w+));/gi, (whole, hex, code, name: string | undefined) =>
      name === undefined
        ? String.fromCodePoint(Number.parseInt(code as string, hex ? 16 : 10))
        : (characters[name] ?? whole),
    )
    .trim();
  return text || undefined;
}
