/** The walk through the code in docs/architecture.md leads to functions that are there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const file = 'docs/architecture.md';
const document = readFileSync(file, 'utf8');

/** What a document links to by name: `` [`buildSite`](../src/site/site.ts) -> ['buildSite', 'src/site/site.ts'] ``. */
const functions = Array.from(document.matchAll(/\[`(\w+)`\]\(([^)#]+)\)/g), ([, name = '', to = '']) => [
  name,
  path.join(path.dirname(file), to),
]) as [name: string, file: string][];

const isDeclared = (name: string, code: string) =>
  new RegExp(`(?:function\\*?|const|class|interface|type) ${name}\\b`).test(code);

describe(file, () => {
  it.each(functions)('finds %s in %s', (name, file) => {
    expect(isDeclared(name, readFileSync(file, 'utf8'))).toBe(true);
  });

  it('follows a title in at most twelve steps, each to a function', () => {
    const walk = document.split(/^## /m).find((section) => section.startsWith('The way of a title')) ?? '';
    const steps = walk.match(/^\d+\. .*$/gm) ?? [];
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.length).toBeLessThanOrEqual(12);
    expect(steps.filter((step) => !/^\d+\. \[`\w+`\]\(/.test(step))).toEqual([]);
  });
});
