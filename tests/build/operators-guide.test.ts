/** What docs/operators.md tells operators to type, is there; under TEST_FULL the hour of its beginning is gone through. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startContentfulStandIn } from '@/local/contentful/stand-in';
import { full } from '../extent';
import { contentsOf, freshFolder } from './folders';
import { contentfulEnv, runScript } from './run-build';

const guide = readFileSync('docs/operators.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The commands of the guide in their order: the name of the script, and what stands behind it. */
function commandsIn(text: string): { readonly name: string; readonly args: readonly string[] }[] {
  return [...text.matchAll(/npm run ([a-z:]+)(?: -- ([^`\n]*))?/g)].map(([, name = '', rest = '']) => ({
    name,
    args: rest.split(' ').filter(Boolean),
  }));
}

/** The file of a script of package.json: `cms -> scripts/cms.ts`. */
const fileOf = (name: string) => / (scripts\/\S+\.ts)/.exec(scripts[name] ?? '')?.[1];

describe('the guide for operators', () => {
  it('names commands that there are, with options that they have', () => {
    const commands = commandsIn(guide);
    expect(commands.length).toBeGreaterThan(30);
    const unknown = commands.filter(({ name }) => scripts[name] === undefined);
    expect(unknown).toEqual([]);
    const foreign = commands.flatMap(({ name, args }) => {
      const source = readFileSync(fileOf(name) ?? '', 'utf8');
      const options = args.flatMap((arg) => /^\[?--(?:no-)?([a-z-]+)/.exec(arg)?.[1] ?? []);
      // Some commands of scripts/ only start what has the options.
      return source.includes('runCommand(')
        ? options.filter((option) => !source.includes(option)).map((option) => `${name} --${option}`)
        : [];
    });
    expect(foreign).toEqual([]);
  });

  it.runIf(full)('leads from nothing to a site, by its own commands', async () => {
    const hour = guide.slice(guide.indexOf('## In an hour'), guide.indexOf('## What it costs'));
    const blocks = [...hour.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block).join('\n');
    const standIn = await startContentfulStandIn({});
    const folder = await freshFolder('hour');
    const env = {
      ...contentfulEnv(standIn),
      CONTENTFUL_MANAGEMENT_TOKEN: 'local-management',
      SITE_URL: 'https://volunteer.example.org',
    };
    const ended: string[] = [];
    for (const { name, args } of commandsIn(blocks)) {
      // Pushed from the sample; pulled into a folder of the test's.
      const changed: Record<string, string> = args.includes('pull')
        ? { CONTENT_DIR: `${folder}/content` }
        : {};
      const own = args.map((arg) => (arg.startsWith('/srv') ? `${folder}/site` : arg));
      const script = /scripts\/(\S+)\.ts/.exec(scripts[name] ?? '')?.[1] ?? '';
      const { code, stderr } = await runScript(script, own, { ...env, ...changed });
      ended.push([name, ...args.filter((arg) => !arg.startsWith('/')), code, stderr].join(' ').trim());
    }
    await standIn.close();
    expect(ended).toEqual([
      'cms setup 1',
      'cms setup --yes 0',
      'cms push 0',
      'cms check 0',
      'publish:local --to 0',
      'cms pull 0',
    ]);
    expect(contentsOf(`${folder}/site/current`).has('en/index.html')).toBe(true);
    expect(contentsOf(`${folder}/content`).has('settings/site.yml')).toBe(true);
  });
});
