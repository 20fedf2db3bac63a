/** What no rule that looks at one file can see: circles, and what code for the browser reaches in the end. */
import { describe, expect, it } from 'vitest';
import { cyclesIn, readImportGraph, wayTo } from './import-graph';

const graph = readImportGraph();

/** Commands that run tests, or use what tests use: the stand-in's content, and the page that shows Contentful's app. */
const testCommands =
  /^scripts\/(?:local-contentful|test-(?:applications|attack|engines|faults)|screenshots\/contentful-picture)\.ts$/;

const isForBrowsers = (file: string) =>
  file.startsWith('src/') && (/\.client\.ts$|\.tsx$/.test(file) || file.startsWith('src/worker/'));

/** Modules that need a file system, secrets or the whole site. */
const isOfTheBuild = (to: string) =>
  to.startsWith('node:') ||
  /^(?:src\/(?:sources|pipeline|views|render|publish|report|terminal)|scripts)\//.test(to);

/** Code that writes files from views. */
const isWriter = (file: string) => /^src\/(?:feeds|share)\//.test(file);

/** Modules that know more than a view: the whole site, and how it is made. */
const isBehindViews = (to: string) => /^src\/(?:site|pipeline|sources|render|config)\//.test(to);

/** An import that goes where its file may not: `src` to commands, packages and tests, other commands to tests. */
function isCrossing(file: string, to: string): boolean {
  if (file.startsWith('src/')) return /^(?:packages|scripts|tests)\//.test(to);
  if (!file.startsWith('scripts/')) return false;
  if (to.startsWith('packages/'))
    return !file.startsWith('scripts/screenshots/') && file !== 'scripts/test.ts';
  return !testCommands.test(file) && to.startsWith('tests/');
}

describe('the imports of the program', () => {
  it('have no circle, not even of types', () => {
    expect(cyclesIn(graph)).toEqual([]);
  });

  it('lead from browser code to nothing of the build', () => {
    const ways = [...graph.keys()]
      .filter(isForBrowsers)
      .flatMap((file) => wayTo(graph, file, isOfTheBuild)?.join(' -> ') ?? []);
    expect(ways).toEqual([]);
  });

  it('lead from what writes files to views, and not to the site behind them', () => {
    const ways = [...graph.keys()]
      .filter(isWriter)
      .flatMap((file) => wayTo(graph, file, isBehindViews)?.join(' -> ') ?? []);
    expect(ways).toEqual([]);
  });

  it('lead from src to no command, package or test, and to tests only from commands for them', () => {
    const crossings = [...graph].flatMap(([file, imports]) =>
      imports.filter(({ to }) => isCrossing(file, to)).map(({ to }) => `${file} -> ${to}`),
    );
    expect(crossings).toEqual([]);
  });
});
