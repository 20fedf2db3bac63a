/** TypeScript's diagnostics of Astro's components. */
import path from 'node:path';
import ts from 'typescript';
import { openComponents, sourceOf, type Components, type Fault } from './component';

export interface Finding {
  /** The component's path from the current folder. */
  readonly file: string;
  /** From 1, as the column is. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Diagnosis {
  /** How many components were checked. */
  readonly checked: number;
  readonly findings: readonly Finding[];
}

const isComponent = (file: string) => file.endsWith('.astro');

/** The files and options of a configuration, components included. */
function readConfig(file: string): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(file, ts.sys.readFile) as { config?: unknown };
  return ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(file), undefined, file, undefined, [
    { extension: 'astro', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred },
  ]);
}

/** Types that every component has without importing them. */
const ambient = ['env.d.ts', 'astro-jsx.d.ts'].map((name) => path.resolve('node_modules/astro', name));

function openService({ fileNames, options }: ts.ParsedCommandLine, { read, moduleOf }: Components) {
  const names = fileNames.flatMap((file) => (isComponent(file) ? [...read(file).modules.keys()] : file));
  const readFile = (name: string) => moduleOf(name)?.code ?? ts.sys.readFile(name);
  return ts.createLanguageService({
    ...ts.sys,
    getCompilationSettings: () => ({ ...options, jsx: ts.JsxEmit.Preserve }),
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [...names, ...ambient],
    getScriptVersion: () => '',
    getScriptSnapshot: (name) => {
      const text = readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    fileExists: (name) => moduleOf(name) !== undefined || ts.sys.fileExists(name),
    readFile,
  });
}

/**
 * Not true of components: a `return` in the frontmatter is in a function in the end, a component without imports is a
 * module, and HTML forgives an attribute that comes twice. https://github.com/withastro/astro/blob/main/packages/language-tools/language-server/src/plugins/typescript/diagnostics.ts
 */
const untrue = new Set([1108, 1208, 17_001]);

/** Checks the components that a configuration includes. Hints count too: what is declared and never read, say. */
export function diagnoseComponents(config: string): Diagnosis {
  const components = openComponents();
  const parsed = readConfig(path.resolve(config));
  const service = openService(parsed, components);
  const files = parsed.fileNames.filter(isComponent);
  const findings = files.flatMap((file) => {
    const { text, modules, faults } = components.read(file);
    const said = [...modules].flatMap(([name, module]) =>
      [
        ...service.getSyntacticDiagnostics(name),
        ...service.getSemanticDiagnostics(name),
        ...service.getSuggestionDiagnostics(name),
      ]
        .filter(({ code }) => !untrue.has(code))
        .flatMap(({ start = 0, messageText, code }): Fault[] => {
          const source = sourceOf(module, start);
          const message = `${ts.flattenDiagnosticMessageText(messageText, '\n')} (TS${code})`;
          return source === undefined ? [] : [{ source, message }];
        }),
    );
    const lines = ts.createSourceFile(file, text, ts.ScriptTarget.JSON);
    const inOrder = [...faults, ...said].toSorted((a, b) => a.source - b.source);
    return inOrder.map(({ source, message }) => {
      const { line, character } = lines.getLineAndCharacterOfPosition(source);
      return { file: path.relative('', file), line: line + 1, column: character + 1, message };
    });
  });
  return { checked: files.length, findings };
}
