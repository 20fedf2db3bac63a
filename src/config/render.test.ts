import { afterEach, describe, expect, it, vi } from 'vitest';
import { astroSettings } from './astro';
import { readConfig } from './config';
import { environment, setEnvironment } from './environment';
import { renderConfig, renderEnvironment } from './render';

const none = renderEnvironment({ config: readConfig({}), snapshot: '' });
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
      renderEnvironment({
        config,
        snapshot: 'snapshot.json',
        texts: 'texts.json',
        colours: 'colours.css',
        outDir: 'out',
        cacheDir: 'c',
      }),
    );
    expect(renderConfig()).toEqual({
      snapshot: 'snapshot.json',
      texts: 'texts.json',
      pane: undefined,
      keepsPages: false,
      forms: config.forms,
    });
    expect(astroSettings()).toEqual({
      site: 'https://a.example',
      outDir: 'out',
      cacheDir: 'c',
      isBuild: true,
      colours: 'colours.css',
    });
  });

  it('takes the place of what the environment has', () => {
    tell({ ...environment(), FORMS: 'email', FORMSPREE_ENDPOINT: 'https://forms.example' });
    setEnvironment(renderEnvironment({ config: readConfig({}), snapshot: 'snapshot.json' }));
    expect(renderConfig().forms).toEqual(readConfig({}).forms);
  });

  it('is nothing where types are checked', () => {
    tell({});
    expect(renderConfig()).toMatchObject({ snapshot: undefined, keepsPages: true });
    expect(astroSettings()).toEqual({
      site: 'http://localhost:4321',
      outDir: 'dist',
      cacheDir: '.local/cache/astro',
      isBuild: false,
    });
  });
});
