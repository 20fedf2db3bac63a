/** What the publishing workflow says must agree with the code and with what operators read. */
import { readFileSync } from 'node:fs';
import { eventType } from '@/cms/contentful/webhook';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const text = readFileSync('.github/workflows/publish.yml', 'utf8');

interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly concurrency: string | { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly steps: readonly { readonly run?: string }[];
}

const { on, jobs } = parse(text) as {
  readonly on: { readonly repository_dispatch: { readonly types: string[] }; readonly schedule: unknown[] };
  readonly jobs: Readonly<Record<string, Job>>;
};

describe('the publishing workflow', () => {
  it('is started by the webhook that setup makes, and every day', () => {
    expect(on.repository_dispatch.types).toEqual([eventType]);
    expect(on.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) as string }]);
  });

  it('makes one build of a burst, and one deployment at a time, none of a site that wasn’t verified', () => {
    const { build, ...deployments } = jobs;
    expect(build?.concurrency).toMatchObject({ 'cancel-in-progress': true });
    expect(build?.steps.map(({ run }) => run)).toContain('npm run build');
    expect(Object.keys(deployments)).toEqual(['pages', 'netlify', 'cloudflare']);
    for (const { needs, concurrency } of Object.values(deployments))
      expect([needs, concurrency]).toEqual(['build', 'deploy']);
  });

  it('takes nothing from variables and secrets that operators don’t read of', () => {
    const names = [...text.matchAll(/\b(?:vars|secrets)\.([A-Z_]+)/g)].map(([, name = '']) => name);
    const guide = readFileSync('docs/operators.md', 'utf8');
    expect(names.length).toBeGreaterThan(10);
    expect([...new Set(names)].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});
