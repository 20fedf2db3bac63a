import { afterEach, describe, expect, it, vi } from 'vitest';
import { readAstroSettings } from './astro';
import { readConfig } from './config';
import { readEnvironment, setEnvironment } from './environment';
import { buildBundleEnvironment, buildRenderEnvironment, readRenderConfig } from './render-config';

const names = [
  ...Object.keys(buildRenderEnvironment({ config: readConfig({}), snapshot: '' })),
  ...Object.keys(buildBundleEnvironment(readConfig({}), { brand: '', modules: '', site: '', cacheDir: '' })),
];

/** Tells this process what a renderer is told, until the test is over. */
function tell(values: Readonly<Record<string, string | undefined>>): void {
  for (const name of names) vi.stubEnv(name, undefined);
  setEnvironment(values);
}

afterEach(() => {
  setEnvironment(Object.fromEntries(names.map((name) => [name, undefined])));
  vi.unstubAllEnvs();
});

describe('what a renderer is told', () => {
  it('is what it reads', () => {
    const config = readConfig({
      SITE_URL: 'https://a.example/',
      SERVICE_WORKER: 'off',
      FORMS: 'formspree',
      FORMSPREE_FORM_ID: 'abc',
      FORMSPREE_ENDPOINT: 'https://forms.example/',
    });
    tell(buildRenderEnvironment({ config, snapshot: 'snapshot.json' }));
    expect(readRenderConfig()).toEqual({
      snapshot: 'snapshot.json',
      storesPages: false,
      forms: config.forms,
    });
    tell(buildBundleEnvironment(config, { brand: 'brand', modules: 'modules', site: 'out', cacheDir: 'c' }));
    expect(readAstroSettings()).toEqual({
      site: 'https://a.example',
      outDir: 'out',
      cacheDir: 'c',
      bundle: 'modules',
      brand: 'brand',
    });
  });

  it('takes the place of what the environment has', () => {
    tell({ ...readEnvironment(), FORMS: 'email', FORMSPREE_ENDPOINT: 'https://forms.example' });
    setEnvironment(buildRenderEnvironment({ config: readConfig({}), snapshot: 'snapshot.json' }));
    expect(readRenderConfig().forms).toEqual(readConfig({}).forms);
  });

  it('is nothing where types are checked', () => {
    tell({});
    expect(() => readRenderConfig()).toThrow('Nothing says what to render');
    expect(readAstroSettings()).toEqual({
      site: 'http://localhost:4321',
      outDir: 'dist',
      cacheDir: '.local/cache/astro',
    });
  });
});
