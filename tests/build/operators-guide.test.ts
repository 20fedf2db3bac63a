/** What docs/operators.md tells operators to type, is there; under TEST_FULL the hour of its beginning is gone through. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { full } from '../test-scope';
import { contentsOf, freshFolder } from './folders';
import { blocksIn, commandsIn, missingFrom, scriptOf } from './guide-commands';
import { contentfulEnv, runScript } from './run-build';

const guide = readFileSync('docs/operators.md', 'utf8');
describe('the guide for operators', () => {
  it('names commands that there are, with options that they have', () => {
    const commands = commandsIn(guide);
    expect(commands.length).toBeGreaterThan(30);
    expect(missingFrom(commands)).toEqual([]);
  });

  it.runIf(full)('leads from nothing to a site, by its own commands', async () => {
    const hour = guide.slice(guide.indexOf('## In an hour'), guide.indexOf('## What it costs'));
    const blocks = blocksIn(hour, 'sh').join('\n');
    const standIn = await startContentfulStandIn({});
    const folder = await freshFolder('hour');
    const env = {
      ...contentfulEnv(standIn),
      CONTENTFUL_MANAGEMENT_TOKEN: 'local-management',
      SITE_URL: 'https://volunteer.example.org',
    };
    const ended: string[] = [];
    // `npm start` shows a site until it is stopped: tests/build/interrupt.test.ts starts one.
    for (const { name, args } of commandsIn(blocks).filter(({ name: script }) => script !== 'start')) {
      // Pushed from the sample; pulled into a folder of the test's.
      const changed: Record<string, string> = args.includes('pull')
        ? { CONTENT_DIR: `${folder}/content` }
        : {};
      const own = args.map((arg) => (arg.startsWith('/srv') ? `${folder}/site` : arg));
      const { code, stderr } = await runScript(scriptOf(name) ?? '', own, { ...env, ...changed });
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
