/** The workflows as GitHub reads them: its own parser, schema and expressions. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runDir } from '@scripts/test/run-folder';
import { isInstalled } from './eslint.fixture';
import { checksFolder } from './run-check';

/** The parts of @actions/workflow-parser that are used. It is no dependency, so TypeScript doesn't know it. */
interface WorkflowParser {
  readonly NoOperationTraceWriter: new () => object;
  readonly parseWorkflow: (
    file: { readonly name: string; readonly content: string },
    trace: object,
  ) => { readonly value?: object; readonly context: { readonly errors: { getErrors(): Error[] } } };
  readonly convertWorkflowTemplate: (
    context: object,
    value: object,
  ) => Promise<{ readonly errors?: readonly { readonly Message: string }[] }>;
}

interface Expressions {
  readonly Lexer: new (text: string) => { lex(): { readonly tokens: object[] } };
  readonly Parser: new (
    tokens: object[],
    contexts: readonly string[],
    functions: readonly object[],
  ) => { parse(): object };
  readonly Evaluator: new (
    tree: object,
    contexts: object,
    functions?: ReadonlyMap<string, object>,
  ) => { evaluate(): { coerceString(): string } };
  readonly data: {
    readonly Dictionary: new (
      ...pairs: readonly { readonly key: string; readonly value: object }[]
    ) => object;
    readonly StringData: new (value: string) => object;
    readonly BooleanData: new (value: boolean) => object;
  };
}

interface Reader {
  readonly workflows: WorkflowParser;
  readonly expressions: Expressions;
}

let reader: Reader;

beforeAll(async () => {
  if (!isInstalled) return;
  const outfile = path.resolve(`${runDir}/workflow-parser.mjs`);
  // Bundled, since Node imports its JSON files only with an attribute that it doesn't have.
  await build({
    stdin: {
      contents:
        "export * as workflows from '@actions/workflow-parser'; export * as expressions from '@actions/expressions';",
      resolveDir: checksFolder,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  });
  reader = (await import(pathToFileURL(outfile).href)) as Reader;
});

/** Returns what GitHub finds wrong with a workflow. */
async function findFaults(content: string): Promise<string[]> {
  const parser = reader.workflows;
  const { value, context } = parser.parseWorkflow(
    { name: 'w.yml', content },
    new parser.NoOperationTraceWriter(),
  );
  const faults = context.errors.getErrors().map(({ message }) => message);
  if (!value) return faults;
  const { errors = [] } = await parser.convertWorkflowTemplate(context, value);
  return [...new Set([...faults, ...errors.map(({ Message }) => Message)])];
}

const publishFile = '.github/workflows/publish.yml';
const publishText = readFileSync(publishFile, 'utf8');

// Without a network, the packages of the reader can't be installed.
describe.runIf(isInstalled)('GitHub’s reader of workflows', () => {
  it.each(globSync('.github/workflows/*.yml'))('finds nothing wrong with %s', async (file) => {
    expect(await findFaults(readFileSync(file, 'utf8'))).toEqual([]);
  });

  it('would find a job that there isn’t', async () => {
    const wrong = publishText.replace('needs: build', 'needs: bulid');
    expect((await findFaults(wrong)).join('\n')).toMatch(/depends on unknown job 'bulid'/);
  });
});

type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

interface OutcomeJob {
  readonly needs: readonly string[];
  readonly if: string;
  readonly env: Readonly<Record<string, string>>;
}

// Without a network, the packages of the reader can't be installed.
describe.runIf(isInstalled)('the outcome of a publish on GitHub', () => {
  const { outcome } = (parse(publishText) as { readonly jobs: { readonly outcome: OutcomeJob } }).jobs;

  /** Evaluates an expression where the jobs ended with these results. */
  function evaluate(expression: string, results: readonly Result[]): string {
    const { Lexer, Parser, Evaluator, data } = reader.expressions;
    const { Dictionary, StringData, BooleanData } = data;
    const needs = new Dictionary(
      ...outcome.needs.map((job, index) => ({
        key: job,
        value: new Dictionary({ key: 'result', value: new StringData(results[index] ?? '') }),
      })),
    );
    const always = { name: 'always', minArgs: 0, maxArgs: 0, call: () => new BooleanData(true) };
    const { tokens } = new Lexer(expression).lex();
    const tree = new Parser(tokens, ['needs'], [always]).parse();
    const contexts = new Dictionary({ key: 'needs', value: needs });
    return new Evaluator(tree, contexts, new Map([['always', always]])).evaluate().coerceString();
  }

  const inner = (text = '') => text.replace(/^\$\{\{|\}\}$/g, '').trim();

  it.each<[string, string, ...Result[]]>([
    ['is told where all went well', 'success', 'success', 'success', 'skipped', 'skipped'],
    ['is told where the build failed', 'failure', 'failure', 'skipped', 'skipped', 'skipped'],
    ['is told where the host refused it', 'failure', 'success', 'skipped', 'failure', 'skipped'],
    ['is left to a newer publish that took its place', 'error', 'success', 'cancelled', 'skipped', 'skipped'],
  ])('%s: %s', (_name, state, ...results) => {
    expect(evaluate(outcome.if, results)).toBe('true');
    expect(evaluate(inner(outcome.env['STATE']), results)).toBe(state);
  });

  it.each<Result>(['cancelled', 'skipped'])('isn’t told where the build never began: %s', (result) => {
    expect(evaluate(outcome.if, [result, 'skipped', 'skipped', 'skipped'])).toBe('false');
  });

  it('says what failed', () => {
    const failed = inner(outcome.env['FAILED']);
    expect(evaluate(failed, ['failure'])).toBe('The build failed');
    expect(evaluate(failed, ['success', 'failure'])).toBe('The site was built, but not deployed');
  });
});
