import { OperatorError } from '@/model/operator-error';
import { isAlias, parseDocument, visit } from 'yaml';

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
 * The value of a YAML text. References (`*name`) and tags (`!name`) are refused: in an entry they are texts that begin
 * with such a sign by chance, and YAML would drop or replace them. Throws a `YamlError`.
 */
export function parseYaml(source: string): unknown {
  const document = parseDocument(source);
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    // The library adds the spoilt lines below; the place at the end of the first line is enough.
    const reason = (fault.message.split('\n')[0] ?? fault.code).replace(/:$/, '');
    throw new YamlError(
      `is not valid YAML: ${reason}`,
      'Mend that line; its earlier version is in the history.',
    );
  }
  visit(document, (_key, node) => {
    if (!isAlias(node)) return;
    throw new YamlError(
      `has a text that begins with * outside of quotes: *${node.source}`,
      `Put it into quotes: "*${node.source}"`,
    );
  });
  return document.toJS();
}
