/** What the HTML of a page tells about it, without parsing it: for the service worker, and for code short of bytes. */

/** The file name of the web app manifest, to which every page of the site links. */
export const manifestFile = 'app.webmanifest';

/** False for the page that a network sends in the site's place, as for a login. */
export const isOwnPage = (html: string): boolean => html.includes(`/${manifestFile}"`);

/** What the service worker tells a page that it answered from the device: the site's own offers no application. */
export type WorkerMessage = 'ended';

/** True where one can apply on an opportunity's page. */
export const offersApplication = (html: string): boolean => html.includes('id="apply"');
