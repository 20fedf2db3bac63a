/** How much is tested. */
import { locales, type Locale } from '../src/i18n/locales';

/** True for `npm run test:full`: every page and every language, where `npm test` takes one of each kind. */
export const full = process.env['TEST_FULL'] === '1';

/** The languages in which something is tested whose code is the same in all: every one, or `usual` alone. */
export const languagesOf = (usual: Locale): readonly Locale[] => (full ? locales : [usual]);
