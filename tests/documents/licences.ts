/** Licences of packages that a build installs. */

/** Licences that ask for no more than keeping a notice: any package may have one. SPDX identifiers. */
export const permissiveLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Zlib',
]);

interface LicenceException {
  /** The package, or the beginning of the names of several. */
  readonly packages: RegExp;
  /** What its package.json says. */
  readonly licence: RegExp;
  readonly reason: string;
}

export const licenceExceptions: readonly LicenceException[] = [
  {
    packages: /^@fontsource(?:-variable)?\/(?:atkinson-hyperlegible-next|noto-sans(?:-arabic)?)$/,
    licence: /^OFL-1\.1$/,
    reason: 'A font. It may be served with a page, and drawn into pictures.',
  },
  {
    packages: /^@img\/sharp-(?:libvips-|win32-|wasm32$)/,
    licence: /^(?:Apache-2\.0 AND )?LGPL-3\.0-or-later(?: AND MIT)?$/,
    reason: 'The library that sharp calls in the build, unchanged. None of it is in the site.',
  },
  {
    packages: /^lightningcss(?:-|$)/,
    licence: /^MPL-2\.0$/,
    reason: 'Vite’s style compiler, unchanged. None of it is in the site.',
  },
  {
    packages: /^@vercel\/stega$/,
    licence: /^MPL-2\.0$/,
    reason: 'Comes with contentful, unchanged. None of it is in the site.',
  },
  {
    packages: /^png-js$/,
    licence: /^$/,
    reason: 'Comes with pdfkit. Its LICENSE file is the MIT licence, which its package.json doesn’t name.',
  },
];

/** True for `MIT`, `(MIT OR GPL-3.0)` and `MIT AND ISC`, which leave a way that is permissive. */
export function isPermissive(licence: string): boolean {
  const terms = licence.replaceAll(/[()]/g, '');
  if (terms.includes(' OR ')) return terms.split(' OR ').some(isPermissive);
  return terms.split(' AND ').every((term) => permissiveLicences.has(term.trim()));
}
