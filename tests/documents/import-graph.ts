/** Which file imports which, through the whole program. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface Import {
  /** The file from the project's folder, or the name of a package: `src/i18n/locales.ts`, `node:fs`. */
  readonly to: string;
  /** Whether only types are taken, of which nothing is left when the program runs. */
  readonly isType: boolean;
}

export type ImportGraph = ReadonlyMap<string, readonly Import[]>;

/** The code of a file: of a component its frontmatter and its scripts. */
function codeOf(file: string, text: string): string {
  if (!file.endsWith('.astro')) return text;
  const frontmatter = /^---\n([^]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, code = '']) => code);
  return [frontmatter, ...scripts].join('\n');
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const { importClause: clause } = node;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings: bindings } = clause;
  return (
    !name && !!bindings && ts.isNamedImports(bindings) && bindings.elements.every((one) => one.isTypeOnly)
  );
}

/** The imports of a file's text, as they are written. */
function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const { text: to } = node.moduleSpecifier as ts.StringLiteral;
      found.push({ to, isType: isTypeOnly(node) });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) found.push({ to: argument.text, isType: false });
    }
    ts.forEachChild(node, visit);
  };
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  visit(ts.createSourceFile(file, codeOf(file, text), ts.ScriptTarget.Latest, false, kind));
  return found;
}

const endings = ['', '.ts', '.tsx', '.astro', '.mjs', '.d.ts'];

/** The graph of all files that are no tests. */
export function readImportGraph(): ImportGraph {
  const files = new Set(
    globSync(['{packages,src,scripts,tests}/**/*.{ts,tsx,astro,mjs}', '*.mjs'], {
      exclude: ['**/node_modules/**'],
    }).map((file) => file.replaceAll(path.sep, '/')),
  );
  const resolve = (from: string, specifier: string): string => {
    const name = specifier.replace(/\?.*/, '');
    const base = name.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), name)
      : name
          .replace(/^@\//, 'src/')
          .replace(/^@scripts\//, 'scripts/')
          .replace(/^@bench\//, 'packages/bench/');
    return endings.map((ending) => base + ending).find((file) => files.has(file)) ?? specifier;
  };
  return new Map(
    [...files]
      .filter((file) => !/\.(?:test|spec|fixture)\.tsx?$/.test(file))
      .map((file) => [
        file,
        importsOf(file, readFileSync(file, 'utf8')).map(({ to, isType }) => ({
          to: resolve(file, to),
          isType,
        })),
      ]),
  );
}

/** Every circle of files that import each other, types included. */
export function cyclesIn(graph: ImportGraph): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) cycles.push([...trail.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const { to } of graph.get(file) ?? []) if (graph.has(to)) visit(to, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

/** The way from `start` to the first file or package that `isForbidden`, through all imports that run. */
export function wayTo(
  graph: ImportGraph,
  start: string,
  isForbidden: (to: string) => boolean,
): string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    for (const { to, isType } of graph.get(way.at(-1) ?? '') ?? []) {
      if (isType || seen.has(to)) continue;
      if (isForbidden(to)) return [...way, to];
      seen.add(to);
      ways.push([...way, to]);
    }
  }
  return undefined;
}
