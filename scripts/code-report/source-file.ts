/** Reads one file of source code: what it exports, names and reads. */
import ts from 'typescript';

/** A declaration that a file exports under its own name. */
export interface ExportedName {
  readonly name: string;
  /** True of a type, an interface, a class and an enum. */
  readonly isType: boolean;
}

export interface SourceFile {
  /** From the root of the repository: `src/model/clock.ts`. */
  readonly path: string;
  readonly lines: number;
  readonly exports: readonly ExportedName[];
  /** Names of modules of ours as they are written: `./clock`, `@/model/clock`. */
  readonly references: readonly string[];
  readonly readsEnvironment: boolean;
  /** Comments that begin with “What” or “Whether”. */
  readonly whatComments: number;
}

/** Names under which Astro expects exports of routes, so that many files have them. */
const routeNames = new Set(['getStaticPaths', 'prerender', 'partial', 'GET', 'POST', 'ALL']);

/** The TypeScript of an Astro component: what stands between its fences, and its scripts. */
export function codeOfAstro(text: string): string {
  const frontmatter = /^---\r?\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
  return [frontmatter, ...scripts].join('\n;\n');
}

function namesOf(binding: ts.BindingName): string[] {
  if (ts.isIdentifier(binding)) return [binding.text];
  return binding.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOf(element.name) : []));
}

/** The names that a statement declares at the top of a file. */
function declaredBy(statement: ts.Statement): ExportedName[] {
  if (ts.isVariableStatement(statement)) {
    const names = statement.declarationList.declarations.flatMap(({ name }) => namesOf(name));
    return names.map((name) => ({ name, isType: false }));
  }
  const isType =
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  if (!isType && !ts.isFunctionDeclaration(statement)) return [];
  return statement.name === undefined ? [] : [{ name: statement.name.text, isType }];
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const has = (kind: ts.SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind);
  return has(ts.SyntaxKind.ExportKeyword) && !has(ts.SyntaxKind.DefaultKeyword);
}

/**
 * Returns the names that a file declares and exports, each once. Re-exported names don't count, and
 * neither do those of routes.
 */
function exportsOf(file: ts.SourceFile): ExportedName[] {
  const declared = file.statements.flatMap(declaredBy);
  const named = file.statements.flatMap((statement) => {
    const clause = ts.isExportDeclaration(statement) && !statement.moduleSpecifier && statement.exportClause;
    if (!clause || !ts.isNamedExports(clause)) return [];
    return clause.elements.flatMap(({ name, propertyName = name }) =>
      declared.filter((one) => one.name === propertyName.text).map((one) => ({ ...one, name: name.text })),
    );
  });
  const all = [...file.statements.filter(isExported).flatMap(declaredBy), ...named];
  const types = new Set(all.filter(({ isType }) => isType).map(({ name }) => name));
  const names = new Set(all.map(({ name }) => name).filter((name) => !routeNames.has(name)));
  return [...names].map((name) => ({ name, isType: types.has(name) }));
}

const isReference = (text: string) => /^(?:\.{1,2}|@)\//.test(text);

const readsProcessEnv = (node: ts.Node) =>
  ts.isPropertyAccessExpression(node) &&
  node.name.text === 'env' &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'process';

/** A comment's first word, where no line of the same comment stands above it. */
const whatComment = /(?:\/\*+[\s*]*|(?<!^[ \t]*\/\/.*\n[ \t]*)\/\/[ \t]*)(?:What|Whether)\b/gm;

/** Reads a file of TypeScript or Astro. A component's template isn't looked at. */
export function readSourceFile(path: string, text: string): SourceFile {
  const code = path.endsWith('.astro') ? codeOfAstro(text) : text;
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, false, kind);
  const references = new Set<string>();
  let readsEnvironment = false;
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && isReference(node.text)) references.add(node.text);
    readsEnvironment ||= readsProcessEnv(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    exports: exportsOf(file),
    references: [...references],
    readsEnvironment,
    whatComments: text.match(whatComment)?.length ?? 0,
  };
}
