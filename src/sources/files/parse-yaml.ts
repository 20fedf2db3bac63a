import { excerpt } from '@/model/characters';
import { OperatorError } from '@/model/operator-error';
import { maximumDepth, depthFault } from '../entry-size';
import { parsePlainYaml } from './parse-plain-yaml';
import { isScalar, LineCounter, parseDocument, visit, type Document, type Node, type YAMLMap } from 'yaml';

/** A text that isn't YAML, or that YAML reads differently than intended. Message and hint are for editors. */
export class YamlError extends OperatorError {
  override readonly name = 'YamlError';
}

/**
 * Parses a YAML text. References (`*name`), anchors (`&name`) and tags (`!name`) are refused: in an entry they are
 * texts that begin with such a character by chance, and YAML would drop or replace them. Throws a `YamlError`.
 */
export function parseYaml(source: string): unknown {
  const plain = parsePlainYaml(source);
  return plain ? plain.value : parseAnyYaml(source);
}

/** Parses as `parseYaml` does, but slowly: every text passes all checks. */
export function parseAnyYaml(source: string): unknown {
  const lineCounter = new LineCounter();
  // Nothing may be printed; warnings are refused below. The library's own check for unique keys is too slow.
  const document = parseDocument(source, { logLevel: 'error', uniqueKeys: false, lineCounter });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    // The library adds the faulty lines below; the position at the end of the first line is enough.
    if (fault.code === 'MULTIPLE_DOCS') {
      throw new YamlError(
        'has a line --- between two parts, of which one would be lost',
        'Remove that line, or put the second part into its own file.',
      );
    }
    const reason = (fault.message.split('\n')[0] ?? fault.code).replace(/:$/, '');
    if (reason.includes('call stack')) throw createDepthError();
    throw createSyntaxError(reason);
  }
  try {
    assertPlain(document, lineCounter);
    return document.toJS();
  } catch (error) {
    if (error instanceof RangeError) throw createDepthError();
    throw error;
  }
}

const createDepthError = () => new YamlError(depthFault.message, depthFault.hint);

const createSyntaxError = (reason: string) =>
  new YamlError(`is not valid YAML: ${reason}`, 'Fix that line. Its earlier version is in the history.');

/** Throws a `YamlError` if something would be dropped or replaced, or is nested too deeply. */
function assertPlain(document: Document.Parsed, lineCounter: LineCounter): void {
  const isCollection = (node: unknown) => typeof node === 'object' && node !== null && 'items' in node;
  visit(document, {
    Alias: (_key, { source: name }) => refuse(`*${name}`),
    Value: (_key, node) => {
      if (node.anchor !== undefined) refuse(formatAnchor(node));
    },
    Collection: (_key, node, path) => {
      if (node.anchor !== undefined) refuse(formatAnchor(node));
      if (path.filter(isCollection).length >= maximumDepth) throw createDepthError();
    },
    Map: (_key, node, path) => {
      if (node.anchor !== undefined) refuse(formatAnchor(node));
      if (path.filter(isCollection).length >= maximumDepth) throw createDepthError();
      assertDifferentKeys(node, lineCounter);
    },
  });
}

function assertDifferentKeys({ items }: YAMLMap, lineCounter: LineCounter): void {
  const seen = new Set<unknown>();
  for (const { key } of items) {
    if (!isScalar(key)) continue;
    if (seen.has(key.value)) {
      const { line, col } = lineCounter.linePos(key.range?.[0] ?? 0);
      throw createSyntaxError(`Map keys must be unique at line ${line}, column ${col}`);
    }
    seen.add(key.value);
  }
}

/** Formats a node with an anchor as the text that was intended: `&` and the rest. */
function formatAnchor(node: Node & { readonly anchor?: string }): string {
  return [`&${node.anchor}`, ...(isScalar(node) ? [String(node.value ?? '')] : [])].join(' ').trim();
}

function refuse(text: string): never {
  throw new YamlError(
    `has a text that begins with ${text.slice(0, 1)} outside of quotes: ${excerpt(text, 40)}`,
    `Put it into quotes: "${excerpt(text, 40)}"`,
  );
}
