import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bundleHeadScript, headScripts, scriptHash } from './head-scripts';

/** Runs a script in a page with these globals; returns the classes that it gives the page, and the files it asks for. */
function classesAfter(file: string, globals: object): string[] {
  const classes: string[] = [];
  const documentElement = { classList: { add: (name: string) => classes.push(name) } };
  const document = {
    documentElement,
    currentScript: { dataset: { fonts: '/a.woff2 /b.woff2' } },
    createElement: () => ({}),
    head: { append: ({ href }: { href: string }) => classes.push(href) },
  };
  runInNewContext(bundleHeadScript(file), { document, ...globals });
  return classes;
}

describe('the scripts in heads of pages', () => {
  it('leave no names behind in the page', () => {
    const withNames = bundleHeadScript('src/search/page/prepare-search.head.client.ts');
    expect(withNames).toMatch(/^\(\(\)=>\{.*\}\)\(\)$/s);
    for (const file of [
      'src/device/fit/fit-mark.head.client.ts',
      'src/layouts/frame/web-font.head.client.ts',
    ])
      expect(bundleHeadScript(file)).not.toMatch(/\b(?:var|let|const)\b/);
  });

  it('are allowed by the hash of their text, and given to components as text', () => {
    const { hashes, plugin } = headScripts();
    const file = 'src/layouts/frame/web-font.head.client.ts';
    const code = bundleHeadScript(file);
    expect(hashes).toContain(scriptHash(code));
    expect(plugin.load(`${process.cwd()}/${file}?inline`)).toBe(`export default ${JSON.stringify(code)};`);
    expect(plugin.load(`${process.cwd()}/${file}`)).toBeUndefined();
  });

  it('ask for the typeface unless data is to be saved', () => {
    const classesWith = (connection?: object) =>
      classesAfter('src/layouts/frame/web-font.head.client.ts', { navigator: { connection } });
    expect(classesWith()).toEqual(['web-font', '/a.woff2', '/b.woff2']);
    expect(classesWith({ saveData: false, effectiveType: '4g' })).toContain('web-font');
    expect(classesWith({ saveData: true, effectiveType: '4g' })).toEqual([]);
    expect(classesWith({ saveData: false, effectiveType: 'slow-2g' })).toEqual([]);
  });

  it('mark a page where there are answers, and stand a browser without storage', () => {
    const classesWith = (globals: object) => classesAfter('src/device/fit/fit-mark.head.client.ts', globals);
    expect(classesWith({ localStorage: { 'ov:fit:1': '{}' } })).toEqual(['fit-known']);
    expect(classesWith({ localStorage: {} })).toEqual([]);
    expect(classesWith({})).toEqual([]);
  });
});
