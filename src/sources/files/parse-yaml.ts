import { excerpt } from '@/model/characters';
import { OperatorError } from '@/model/operator-error';
import { isScalar, parseDocument, visit, type Node } from 'yaml';

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
  // Warnings are refused below; nothing is to be printed besides.
  const document = parseDocument(source, { logLevel: 'error' });
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
    throw new YamlError(
      `is not valid YAML: ${reason}`,
      'Mend that line; its earlier version is in the history.',
    );
  }
  visit(document, {
    Alias: (_key, { source: name }) => refuse(`*${name}`),
    Value: (_key, node) => {
      if (node.anchor !== undefined) refuse(textOf(node));
    },
  });
  return document.toJS();
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
