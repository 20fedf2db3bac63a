import { CORE_SCHEMA, load, YAMLException, type State } from 'js-yaml';
import { excerpt } from '@/model/characters';
import { OperatorError } from '@/model/operator-error';
import { maximumDepth, depthFault } from '../entry-size';

/** A text that isn't YAML, or that YAML reads differently than intended. Message and hint are for editors. */
export class YamlError extends OperatorError {
  override readonly name = 'YamlError';
}

/**
 * Parses a YAML text by the core rules of YAML 1.2, in which a date is a text. References (`*name`), anchors (`&name`) and
 * tags (`!name`) are refused: in an entry they are texts that begin with such a character by chance, and YAML would drop
 * or replace them. Throws a `YamlError`.
 */
export function parseYaml(source: string): unknown {
  let state: State | undefined;
  try {
    const value = load(source, {
      schema: CORE_SCHEMA,
      maxDepth: maximumDepth,
      listener: (_event, current) => (state = current),
      // The parser goes on after a text in quotes whose next line isn't indented, which may take in the next field.
      onWarning: (warning) => {
        throw warning;
      },
    });
    const [anchor] = Object.keys(state?.anchorMap ?? {});
    if (anchor !== undefined) throw createSignError(source, `&${anchor}`);
    return value;
  } catch (error) {
    throw error instanceof YAMLException ? explainFault(source, error) : error;
  }
}

function explainFault(source: string, { reason, mark }: YAMLException): YamlError {
  if (reason.startsWith('nesting exceeded')) return new YamlError(depthFault.message, depthFault.hint);
  const alias = /^unidentified alias "(.+)"$/.exec(reason)?.[1];
  if (alias !== undefined) return createSignError(source, `*${alias}`);
  const tag = /^unknown tag !<(.+)>$/.exec(reason)?.[1];
  if (tag !== undefined) return createSignError(source, tag.replace(/^tag:yaml\.org,2002:/, '!!'));
  if (reason.startsWith('expected a single document')) {
    return new YamlError(
      'has a line --- between two parts, of which one would be lost',
      'Remove that line, or put the second part into its own file.',
    );
  }
  const fault =
    reason === 'deficient indentation' ? 'quotes or brackets are open, and this line isn’t indented' : reason;
  const place = mark ? ` at line ${mark.line + 1}, column ${mark.column + 1}` : '';
  return new YamlError(
    `is not valid YAML: ${fault}${place}`,
    'Fix that line. Its earlier version is in the history.',
  );
}

/** The error of a text that begins with a sign of YAML: with the rest of its line, the text that was intended. */
function createSignError(source: string, start: string): YamlError {
  const text = excerpt(/.*/.exec(source.slice(source.indexOf(start)))?.[0] ?? start, 40);
  return new YamlError(
    `has a text that begins with ${start.slice(0, 1)} outside of quotes: ${text}`,
    `Put it into quotes: "${text}"`,
  );
}
