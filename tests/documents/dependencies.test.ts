/** The packages: what a build needs, why each is there, and under which licence it comes. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { isPermissive, licenceExceptions } from './licences';

const read = (file: string) => readFileSync(file, 'utf8');

const { dependencies, devDependencies, overrides } = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, Record<string, string>>;
};

/** Most packages in the lock file, those for other machines included. */
const mostPackages = 650;

interface Tool {
  readonly folder: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Tools with a package.json and a lock file of their own. */
const tools = globSync('{hosting,scripts,scripts/cms,tests,vendor}/*/package-lock.json').map((file): Tool => {
  const folder = path.dirname(file);
  return { folder, ...(JSON.parse(read(`${folder}/package.json`)) as Omit<Tool, 'folder'>) };
});

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** What a build runs or renders. */
const buildEntries = [
  'scripts/{build,publish-local}.ts',
  'scripts/env-file.mjs',
  'astro.config.mjs',
  'src/content.config.ts',
  'src/pages/**/*.{astro,ts}',
  'src/worker/*-worker.ts',
  'src/pipeline/pictures/picture-process.ts',
  'src/publish/pages/page-process.ts',
].flatMap((pattern) => globSync(pattern).filter((file) => !isTest(file)));

/** What runs in visitors' browsers: the local editor and the catalogue are no part of the site. */
const browserEntries = globSync(['src/**/*.client.ts', 'src/**/*.tsx', 'src/worker/*-worker.ts']).filter(
  (file) => !isTest(file) && !file.startsWith('src/design/'),
);

/** Packages that reach browsers without being imported: Preact takes React's place, the others are copied. */
const servedOtherwise = ['@fontsource-variable/atkinson-hyperlegible-next', 'astro', 'pagefind', 'preact'];

/** Packages that a build needs without importing them. */
const namedElsewhere = {
  '@fontsource-variable/atkinson-hyperlegible-next': 'src/brand/brand-files.ts',
  '@fontsource/atkinson-hyperlegible-next': 'src/share/pictures/typeface.ts',
  '@fontsource/noto-sans': 'src/share/pictures/script-fonts.ts',
  '@fontsource/noto-sans-arabic': 'src/share/pictures/script-fonts.ts',
  preact: 'astro.config.mjs',
  'preact-render-to-string': 'node_modules/preact/compat/server.mjs',
  'react-dom': 'node_modules/@astrojs/react/dist/server.js',
  tsx: 'package.json',
};

const sources = new Set(
  globSync(['src/**/*.*', 'scripts/**/*.*', 'astro.config.mjs'], { exclude: ['**/node_modules/**'] }).map(
    (file) => path.resolve(file),
  ),
);

/** Finds our own modules by their exact names, where two may differ by a capital, and reads Astro's components. */
const ownModules: Plugin = {
  name: 'own-modules',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^(?:\.|@\/|@scripts\/)/ }, ({ path: given, resolveDir }) => {
      const specifier = given.replace(/\?.*/, '');
      const base = path.resolve(
        specifier.startsWith('@/')
          ? `src${specifier.slice(1)}`
          : specifier.startsWith('@scripts/')
            ? specifier.slice(1)
            : `${resolveDir}/${specifier}`,
      );
      const file = ['', '.ts', '.tsx'].map((extension) => base + extension).find((name) => sources.has(name));
      return file === undefined ? { external: true } : { path: file };
    });
    // What a component imports in its frontmatter and in its scripts.
    onLoad({ filter: /\.astro$/ }, ({ path: file }) => {
      const source = read(file);
      const frontmatter = /^---\n([^]*?)\n---/.exec(source)?.[1] ?? '';
      const scripts = [...source.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, code = '']) => code);
      const imports = [frontmatter, ...scripts].flatMap((code) => code.match(/^\s*import [^]*?;$/gm) ?? []);
      return { contents: imports.join('\n'), loader: 'ts' };
    });
  },
};

/** The package of a module: `'@a/b/c' -> '@a/b'`. */
const packageOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

/** Packages that are imported from the entry points; types don't count. */
async function importedPackages(entries: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [...entries],
    outdir: 'unused',
    write: false,
    bundle: true,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'esnext',
    treeShaking: false,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    plugins: [ownModules],
    logLevel: 'silent',
  });
  const packages = Object.values(metafile.inputs)
    .flatMap(({ imports }) => imports.filter(({ external }) => external).map(({ path: name }) => name))
    .filter((name) => !/^(?:\.|(?:node|astro|data|virtual):)/.test(name) && !builtinModules.includes(name))
    .map(packageOf);
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
  let imported: readonly string[];

  beforeAll(async () => {
    imported = await importedPackages(buildEntries);
  }, 60_000);

  it('are what a build needs, and nothing else', () => {
    const needed = new Set([...imported, ...Object.keys(namedElsewhere)]);
    expect(Object.keys(dependencies)).toEqual([...needed].toSorted());
  });

  it('that no module imports are named where they are used', () => {
    for (const [name, file] of Object.entries(namedElsewhere)) {
      expect(imported).not.toContain(name);
      expect(read(file)).toContain(name);
    }
  });

  it(`are ${mostPackages} at most, with all that they bring`, () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> };
    const locked = Object.keys(packages).filter((name) => name.includes('node_modules/'));
    expect(locked.length).toBeLessThanOrEqual(mostPackages);
  });

  it('have exact versions, as those for development do', () => {
    const named = [dependencies, devDependencies, ...tools.map((tool) => tool.dependencies)];
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
    const present = tools.flatMap((tool) =>
      Object.keys(tool.dependencies).map((name) => `\`${tool.folder}\` ${name}`),
    );
    expect(told.toSorted()).toEqual(present.toSorted());
  });

  it('names those that reach visitors’ browsers', async () => {
    const inBrowser = await importedPackages(browserEntries);
    const reaching = [...inBrowser.filter((name) => name !== 'react'), ...servedOtherwise];
    expect(needed.filter((row) => row.reachesVisitors).map(({ name }) => name)).toEqual(reaching.toSorted());
    expect(added.some((row) => row.reachesVisitors)).toBe(false);
  }, 60_000);
});

interface LockedPackage {
  readonly dev?: boolean;
  readonly license?: string;
}

describe('licences', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };
  const installed = Object.entries(packages)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true)
    .map(([folder, { license }]) => ({
      name: folder.replace(/^.*node_modules\//, ''),
      // A package for another platform isn't there: the registry's word is taken for it.
      licence: existsSync(`${folder}/package.json`) ? licenceIn(`${folder}/package.json`) : (license ?? ''),
    }));

  function licenceIn(file: string): string {
    return (JSON.parse(read(file)) as { license?: string }).license ?? '';
  }

  const exceptionOf = ({ name, licence }: (typeof installed)[number]) =>
    licenceExceptions.find((one) => one.packages.test(name) && one.licence.test(licence));

  it('of all that a build installs are permissive, but for listed exceptions', () => {
    expect(installed.length).toBeGreaterThan(300);
    expect(installed.filter((one) => !isPermissive(one.licence) && !exceptionOf(one))).toEqual([]);
  });

  it('have no exception that no package needs', () => {
    const used = new Set(installed.filter(({ licence }) => !isPermissive(licence)).map(exceptionOf));
    expect(licenceExceptions.filter((one) => !used.has(one))).toEqual([]);
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

describe('packages that are never loaded', () => {
  const lockOf = (folder: string) =>
    JSON.parse(read(`${folder}/package-lock.json`)) as {
      packages: Record<string, { resolved?: string; link?: boolean }>;
    };
  const never = [
    { folder: '.', owner: 'decap-cms', replaced: overrides['decap-cms'] },
    ...tools.flatMap(({ folder, overrides: replacing = {} }) =>
      Object.entries(replacing).map(([owner, replaced]) => ({ folder, owner, replaced })),
    ),
  ];

  it.each(never)('of $owner are replaced by our own empty one, and by no other package', (one) => {
    const { folder, owner, replaced = {} } = one;
    const { packages } = lockOf(folder);
    expect(Object.keys(replaced).length).toBeGreaterThan(5);
    for (const [name, replacement] of Object.entries(replaced)) {
      // npm reads the path from the folder of the package that asks for it.
      expect(path.join(folder, 'node_modules', owner, replacement.replace(/^file:/, ''))).toBe(
        'vendor/empty',
      );
      expect(packages[`node_modules/${name}`]).toEqual({
        resolved: path.relative(folder, 'vendor/empty'),
        link: true,
      });
    }
  });

  it('have nothing in the empty one', () => {
    expect(readdirSync('vendor/empty')).toEqual(['package.json']);
    expect(Object.keys(JSON.parse(read('vendor/empty/package.json')) as object)).not.toContain('scripts');
  });
});

describe('Astro’s compiler', () => {
  it('is there once: Prettier’s plugin reads components with the one that renders them', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> };
    const copies = Object.keys(packages).filter((name) => name.endsWith('/@astrojs/compiler-rs'));
    expect(copies).toEqual(['node_modules/@astrojs/compiler-rs']);
  });
});
