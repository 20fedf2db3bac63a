/** The web app manifest: the site's name and look on a phone's home screen. */
import { webManifestFile } from '@/device/page-html';
import { localeTable, type Locale } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import type { manifestView } from '@/views/program-files';

/** Sizes (px) of the icon as a PNG, for systems without SVG. */
export const iconSizes = [180, 192, 512] as const;

/** The address of the icon at a size: `192 -> '/icon-192.png'`. */
export const iconPath = (size: (typeof iconSizes)[number]) => `/icon-${size}.png`;

/** The address of the manifest in a language. */
export const manifestPath = (locale: Locale) => `/${locale}/${webManifestFile}`;

/** Members as in https://www.w3.org/TR/appmanifest/ */
export function createManifest({ locale, name, description, background }: ReturnType<typeof manifestView>) {
  return {
    id: '/',
    name,
    short_name: name,
    description,
    lang: locale,
    dir: localeTable[locale].direction,
    start_url: pathOf(locale, { to: 'home' }),
    scope: '/',
    display: 'minimal-ui',
    background_color: background,
    theme_color: background,
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
      ...([192, 512] as const).map((size) => ({
        src: iconPath(size),
        type: 'image/png',
        sizes: `${size}x${size}`,
        purpose: 'any maskable',
      })),
    ],
  };
}
