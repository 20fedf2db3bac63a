import { describe, expect, it } from 'vitest';
import { runStandInCommand } from './command';
import { parseLocales } from './locale-settings';
import { fixture } from './read-space';

async function run(...args: readonly string[]) {
  const lines: string[] = [];
  const outcome = await runStandInCommand(args, 'content', (line) => lines.push(line));
  return { outcome, text: lines.join('\n') };
}

describe('runStandIn', () => {
  it('serves a folder and says how to build from it', async () => {
    const fault = ['--fault', 'slow', '--locales', 'en,fr'];
    const { outcome, text } = await run('--port', '0', '--content', fixture, ...fault);
    if (!('standIn' in outcome)) throw new Error(text);
    const { host, url } = outcome.standIn;
    expect(text).toContain(`Contentful stand-in on ${url}: 13 entries and 2 assets of ${fixture}`);
    expect(text).toContain('Fault: every answer takes 2 seconds');
    expect(text).toContain(
      `CONTENTFUL_HOST=${host} CONTENTFUL_SPACE_ID=local CONTENTFUL_DELIVERY_TOKEN=local npm run build`,
    );
    await outcome.standIn.close();
  });

  it('serves an empty space, and says how to fill it', async () => {
    const { outcome, text } = await run('--port', '0', '--empty', '--locales', 'en-US,fr');
    if (!('standIn' in outcome)) throw new Error(text);
    const { space } = outcome.standIn;
    expect([space.contentTypes.size, space.entries.size, space.assets.size]).toEqual([0, 0, 0]);
    expect(space.locales.map(({ code }) => code)).toEqual(['en-US', 'fr']);
    expect(text).toContain('CONTENTFUL_MANAGEMENT_TOKEN=local-management npm run cms -- setup --yes');
    await outcome.standIn.close();
    expect((await run('--empty', '--content', fixture)).outcome).toEqual({ exitCode: 2 });
  });

  it.each([
    [['--fault', 'earthquake'], /^There is no fault “earthquake”\.\nChoose one of: rate-limit-storm, /],
    [['--locales', 'en-US:xx'], /^The locale en-US falls back to xx, which the space wouldn’t have\./],
    [['--content', '/nowhere'], /^The content folder \/nowhere can’t be read \(ENOENT\)\./],
  ])('%j fails with what to do', async (args, message) => {
    const { outcome, text } = await run('--port', '0', '--content', fixture, ...args);
    expect(outcome).toEqual({ exitCode: 1 });
    expect(text).toMatch(message);
  });
});

describe('parseLocales', () => {
  it('reads codes with fallbacks', () => {
    expect(parseLocales('en-US, fr-FR:en-US')).toEqual([
      { code: 'en-US' },
      { code: 'fr-FR', fallbackCode: 'en-US' },
    ]);
  });

  it.each(['', 'en,,fr', 'en:', 'e', 'en:fr:es', 'en,en'])('refuses "%s"', (value) => {
    expect(() => parseLocales(value)).toThrow(/not a locale|given twice/);
  });
});
