/** Builds over a site that is live already, and what must be true afterwards. */
import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import type { FaultName } from '../contentful/start';
import { startStandIn } from '../contentful/start';
import { readConfig } from '@/config/config';
import type { Content } from '@/pipeline/content';
import { prepareContent } from '@/site/prepare/prepare';
import { summarize } from '@/publish/report';
import { contentsOf, freshFolder, writePreviousSite } from './folders';
import { contentfulEnv, runWholeBuild, siteNow, type Env } from './run-build';
import { smallContent } from './small-content';
import { maskVolatileOutput } from './mask-volatile-output';

/** Serves the small content with a fault of the stand-in. Resolves to what a publish is told, and to what ends it. */
export async function serveWithFault(
  fault: FaultName,
): Promise<{ readonly env: Env; readonly close: () => Promise<void> }> {
  const standIn = await startStandIn({ content: smallContent, fault });
  // Thirty seconds for each answer, where nobody says otherwise.
  const patience = fault === 'silence' ? { CONTENTFUL_TIMEOUT: '1' } : {};
  return { env: { ...contentfulEnv(standIn), ...patience }, close: standIn.close };
}

/** What a build tells an editor. */
interface Told {
  /** What was printed. */
  readonly lines: readonly string[];
  /** What was left out, with the reasons. */
  readonly leftOut: readonly string[];
  readonly warnings: readonly string[];
}

/** Content that could be rendered. */
export interface AttemptContent extends Told {
  /** Without where each entry came from, which is the one thing that differs between sources. */
  readonly content: Content;
}

/** A site that was built. */
export interface BuiltSite extends Told {
  readonly dir: string;
}

/** The indented lines below a heading. */
function below(lines: readonly string[], heading: string): string[] {
  const start = lines.indexOf(heading);
  if (start === -1) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith('  '));
  return rest.slice(0, end === -1 ? rest.length : end).map((line) => line.trim());
}

function told(printed: string): Told {
  const lines = maskVolatileOutput(printed).split('\n');
  return { lines, leftOut: below(lines, 'Left out:'), warnings: below(lines, 'Warnings:') };
}

/** Does all that a build does before it renders. Rejects where a build would fail there. */
export async function prepareAttempt(env: Env): Promise<AttemptContent> {
  const printed: string[] = [];
  const prepared = await prepareContent(readConfig({ SITE_NOW: siteNow, ...env }), (line) =>
    printed.push(line),
  );
  const entries = prepared.content.entries.map((entry) => ({ ...entry, origin: { label: '' } }));
  return {
    content: { ...prepared.content, entries },
    ...told([...printed, ...summarize(prepared)].join('\n')),
  };
}

/** Builds over a live site, and expects a new one in its place. Rejects where the build fails. */
export async function build(name: string, env: Env): Promise<BuiltSite> {
  const folder = await freshFolder(`built/${name}`);
  await writePreviousSite(`${folder}/dist`);
  const run = await runWholeBuild(`${folder}/dist`, env);
  expect(run.stderr).toBe('');
  expect(readdirSync(folder).toSorted()).toEqual(['.dist.lock', 'dist']);
  expect(contentsOf(`${folder}/dist`).has('picture.bin')).toBe(false);
  return { dir: `${folder}/dist`, ...told(run.stdout) };
}
