/** The packages: what a build needs, why each is there, and under which licence it comes. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImportGraph } from './import-graph';
import { isPermissive, licenceExceptions } from './licences';

const read = (file: string) => readFileSync(file, 'utf8');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly license?: string;
  readonly link?: boolean;
  readonly resolved?: string;
}

const readManifest = (folder: string) => JSON.parse(read(`${folder}/package.json`)) as Manifest;

const readLock = (folder: string) =>
  (JSON.parse(read(`${folder}/package-lock.json`)) as { packages: Record<string, LockedPackage> }).packages;

const { dependencies, devDependencies } = readManifest('.');
const locked = readLock('.');

/** Most packages in the lock file, those for other machines included. */
const mostPackages = 600;

/** Folders of tools with a package.json and a lock file of their own. */
const tools = globSync([
  '{hosting,scripts/cms,tests}/*/package-lock.json',
  'packages/{bench,checks}/package-lock.json',
]).map((file) => path.dirname(file));

/** What a build runs or renders. */
const buildEntries = globSync([
  'scripts/{build,publish-local}.ts',
  'scripts/env-file.mjs',
  'astro.config.mjs',
  'src/content.config.ts',
  'src/pages/**/*.{astro,ts}',
  'src/worker/*-worker.ts',
  'src/publish/pages/page-process.ts',
]);

/** What runs in visitors' browsers: the local editor is no part of the site. */
const browserEntries = globSync(['src/**/*.client.ts', 'src/**/*.tsx', 'src/worker/*-worker.ts']);

/** Packages that reach browsers without being imported: Preact takes React's place, the others are copied. */
const servedOtherwise = ['@fontsource-variable/atkinson-hyperlegible-next', 'astro', 'pagefind', 'preact'];

/** Packages that a build needs without importing them, and where they are named. */
const namedElsewhere = {
  '@fontsource-variable/atkinson-hyperlegible-next': 'src/brand/brand-files.ts',
  '@fontsource/atkinson-hyperlegible-next': 'src/share/pictures/typeface.ts',
  '@fontsource/noto-sans': 'src/share/pictures/typeface.ts',
  '@fontsource/noto-sans-arabic': 'src/share/pictures/typeface.ts',
  preact: 'astro.config.mjs',
  'preact-render-to-string': 'node_modules/preact/compat/server.mjs',
  tsx: 'package.json',
};

const graph = readImportGraph();

/** Packages that are imported from the entry points; types don't count. */
function importedPackages(entries: readonly string[]): string[] {
  const reached = new Set(entries);
  for (const file of reached)
    for (const { to, isType } of graph.get(file) ?? []) if (!isType) reached.add(to);
  const packages = [...reached]
    .filter((to) => !graph.has(to) && !builtinModules.includes(to))
    .filter((to) => !/^(?:[./]|@\/|src\/|(?:node|astro|data|virtual):)/.test(to))
    // The package of a module: `'@a/b/c' -> '@a/b'`.
    .map((to) => /^(?:@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to);
  return [...new Set(packages)].toSorted();
}

interface Row {
  readonly name: string;
  readonly reason: string;
  readonly reachesVisitors: boolean;
}

/** The rows of docs/dependencies.md below a heading. */
function documented(heading: string): Row[] {
  const section =
    read('docs/dependencies.md')
      .split(/^## /m)
      .find((text) => text.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` *\|([^|]*)\|(?:([^|]*)\|)?$/gm)].map(
    ([, name = '', reason = '', visitors = '']) => ({
      name,
      reason: reason.trim(),
      reachesVisitors: visitors.trim().startsWith('yes'),
    }),
  );
}

describe('dependencies', () => {
  const imported = importedPackages(buildEntries);

  it('are what a build needs, and nothing else', () => {
    const needed = new Set([...imported, ...Object.keys(namedElsewhere)]);
    expect(Object.keys(dependencies)).toEqual([...needed].toSorted());
  });

  it.each(Object.entries(namedElsewhere))(
    'include %s, which no module imports and %s names',
    (name, file) => {
      expect(imported).not.toContain(name);
      expect(read(file)).toContain(name);
    },
  );

  it(`are ${mostPackages} at most, with all that they bring`, () => {
    const packages = Object.keys(locked).filter((name) => name.includes('node_modules/'));
    expect(packages.length).toBeLessThanOrEqual(mostPackages);
    // Prettier’s plugin reads components with the compiler that renders them.
    const compilers = packages.filter((name) => name.endsWith('/@astrojs/compiler-rs'));
    expect(compilers).toEqual(['node_modules/@astrojs/compiler-rs']);
  });

  it('have exact versions, as those for development do', () => {
    const named = [
      devDependencies,
      dependencies,
      ...tools.map((folder) => readManifest(folder).dependencies),
    ];
    const versions = named.flatMap((one) => Object.values(one));
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  const needed = documented('What a build installs');
  const added = documented('What development adds');

  it('names every package that package.json names, each with a reason', () => {
    expect(needed.map(({ name }) => name)).toEqual(Object.keys(dependencies));
    expect(added.map(({ name }) => name)).toEqual(Object.keys(devDependencies));
    expect([...needed, ...added].filter(({ reason }) => reason === '')).toEqual([]);
  });

  it('names those of tools, each with its folder', () => {
    const told = documented('Tools with lock files of their own').map(
      ({ name, reason }) => `${reason} ${name}`,
    );
    const present = tools.flatMap((folder) =>
      Object.keys(readManifest(folder).dependencies).map((name) => `\`${folder}\` ${name}`),
    );
    expect(told.toSorted()).toEqual(present.toSorted());
  });

  it('names those that reach visitors’ browsers', () => {
    // Preact takes the place of both.
    const inBrowser = importedPackages(browserEntries).filter((name) => !/^react(-dom)?$/.test(name));
    const reaching = needed.filter((row) => row.reachesVisitors).map(({ name }) => name);
    expect(reaching).toEqual([...inBrowser, ...servedOtherwise].toSorted());
    expect(added.some((row) => row.reachesVisitors)).toBe(false);
  });
});

describe('licences', () => {
  const installed = Object.entries(locked)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true)
    .map(([folder, { license }]) => {
      const file = `${folder}/package.json`;
      // A package for another platform isn't there: the registry's word is taken for it.
      const told = existsSync(file) ? (JSON.parse(read(file)) as LockedPackage).license : license;
      return { name: folder.replace(/^.*node_modules\//, ''), licence: told ?? '' };
    })
    .filter(({ licence }) => !isPermissive(licence));

  it('of all that a build installs are permissive, but for listed exceptions that are needed', () => {
    const exceptions = installed.map(({ name, licence }) =>
      licenceExceptions.find((one) => one.packages.test(name) && one.licence.test(licence)),
    );
    expect(installed.filter((_, index) => !exceptions[index])).toEqual([]);
    expect(licenceExceptions.filter((one) => !exceptions.includes(one))).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['', false],
  ])('%s is permissive: %s', (licence, expected) => {
    expect(isPermissive(licence)).toBe(expected);
  });
});
