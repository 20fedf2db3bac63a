/** The catalogue of components: there while one works on them, never on a site. */
import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { locales } from '../../src/i18n/locales';

it('shows components in every language on the development server', async () => {
  const server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '4477'], {
    // Not the tests' own variables: they would change what Astro does.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      server.once('close', () => reject(new Error(`The development server ended.\n${said}`)));
      server.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /http:\/\/localhost:\d+/.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    for (const locale of locales) {
      const response = await fetch(`${url}/design/${locale}/`);
      const html = await response.text();
      expect(response.status, locale).toBe(200);
      expect(html).toContain(`<html lang="${locale}"`);
      for (const state of [
        'closing',
        'filled',
        'closed',
        'untranslated',
        'long-words',
        'loading',
        'empty',
        'error',
        'offline',
      ])
        expect(html, state).toContain(`<code>${state}</code>`);
    }
  } finally {
    server.kill('SIGTERM');
  }
});
