import { afterEach, describe, expect, it, vi } from 'vitest';
import { readAstroSettings } from './astro';
import { readConfig } from './config';
import { readEnvironment, setEnvironment } from './environment';
import { readRenderConfig, buildRenderEnvironment } from './render-config';

const none = buildRenderEnvironment({ config: readConfig({}), snapshot: '' });
const names = Object.keys(none);

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
    tell(
      buildRenderEnvironment({
        config,
        snapshot: 'snapshot.json',
        texts: 'texts.json',
        brand: 'brand',
        outDir: 'out',
        cacheDir: 'c',
      }),
    );
    expect(readRenderConfig()).toEqual({
      snapshot: 'snapshot.json',
      texts: 'texts.json',
      pane: undefined,
      storesPages: false,
      forms: config.forms,
    });
    expect(readAstroSettings()).toEqual({
      site: 'https://a.example',
      outDir: 'out',
      cacheDir: 'c',
      isBuild: true,
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
    expect(readRenderConfig()).toMatchObject({ snapshot: undefined, storesPages: true });
    expect(readAstroSettings()).toEqual({
      site: 'http://localhost:4321',
      outDir: 'dist',
      cacheDir: '.local/cache/astro',
      isBuild: false,
    });
  });
});
