import { excerpt } from '@/model/characters';
import { OperatorError } from '@/model/operator-error';
import { deepest, depthFault } from '../entry-size';
import { isScalar, LineCounter, parseDocument, visit, type Document, type Node, type YAMLMap } from 'yaml';

/** A text that is no YAML, or means something else than its writer thinks. Both parts are for an editor. */
export class YamlError extends OperatorError {
  override readonly name = 'YamlError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

/**
 * The value of a YAML text. References (`*name`), what they could lead to (`&name`) and tags (`!name`) are refused: in
 * an entry they are texts that begin with such a sign by chance, and YAML would drop or replace them. Throws a
 * `YamlError`.
 */
export function parseYaml(source: string): unknown {
  const lineCounter = new LineCounter();
  // Warnings are refused below; nothing is to be printed besides. The library compares every key with every other.
  const document = parseDocument(source, { logLevel: 'error', uniqueKeys: false, lineCounter });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    // The library adds the spoilt lines below; the place at the end of the first line is enough.
    if (fault.code === 'MULTIPLE_DOCS') {
      throw new YamlError(
        'has a line --- between two parts, of which one would be lost',
        'Take that line out, or put the second part into a file of its own.',
      );
    }
    const reason = (fault.message.split('\n')[0] ?? fault.code).replace(/:$/, '');
    if (reason.includes('call stack')) throw tooDeep();
    throw notValid(reason);
  }
  try {
    assertPlain(document, lineCounter);
    return document.toJS();
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

const tooDeep = () => new YamlError(depthFault.message, depthFault.hint);

const notValid = (reason: string) =>
  new YamlError(`is not valid YAML: ${reason}`, 'Mend that line; its earlier version is in the history.');

/** Throws a `YamlError` where something would be dropped or replaced, or is deeper than any entry. */
function assertPlain(document: Document.Parsed, lineCounter: LineCounter): void {
  const isCollection = (node: unknown) => typeof node === 'object' && node !== null && 'items' in node;
  visit(document, {
    Alias: (_key, { source: name }) => refuse(`*${name}`),
    Value: (_key, node) => {
      if (node.anchor !== undefined) refuse(textOf(node));
    },
    Collection: (_key, node, path) => {
      if (node.anchor !== undefined) refuse(textOf(node));
      if (path.filter(isCollection).length >= deepest) throw tooDeep();
    },
    Map: (_key, node, path) => {
      if (node.anchor !== undefined) refuse(textOf(node));
      if (path.filter(isCollection).length >= deepest) throw tooDeep();
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
      throw notValid(`Map keys must be unique at line ${line}, column ${col}`);
    }
    seen.add(key.value);
  }
}

/** A node with a name as its writer meant it: `&` and what follows. */
function textOf(node: Node & { readonly anchor?: string }): string {
  return [`&${node.anchor}`, ...(isScalar(node) ? [String(node.value ?? '')] : [])].join(' ').trim();
}

function refuse(text: string): never {
  throw new YamlError(
    `has a text that begins with ${text.slice(0, 1)} outside of quotes: ${excerpt(text, 40)}`,
    `Put it into quotes: "${excerpt(text, 40)}"`,
  );
}
