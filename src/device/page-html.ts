/** Checks a page's HTML without parsing it: for the service worker, and for code short of bytes. */

/** The file name of the web app manifest, to which every page of the site links. */
export const webManifestFile = 'app.webmanifest';

/** False for a page that a network sends instead, such as a login. */
export const isSitePage = (html: string): boolean => html.includes(`/${webManifestFile}"`);

/** True for an opportunity's page that accepts applications. */
export const hasApplicationForm = (html: string): boolean => html.includes('id="apply"');

/** The instant (ISO) at which the open page was stored on the device; undefined for one from the network. */
export const storedInstant = (): string | undefined => document.documentElement.dataset['stored'];
