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

const open = 'quotes or brackets that begin before this line are never closed';
const misplaced = 'this line begins too far right or left, or its text needs quotes';
const nameless = 'this line or the one before it has no name with a colon';

/** What the parser's reasons mean to someone who wrote the file. It has others, which are rare and stay as they are. */
const plainReasons: Readonly<Record<string, string>> = {
  'deficient indentation': open,
  'unexpected end of the stream within a double quoted scalar': open,
  'unexpected end of the stream within a single quoted scalar': open,
  'unexpected end of the stream within a flow collection': open,
  'bad indentation of a mapping entry': misplaced,
  'bad indentation of a sequence entry': misplaced,
  'end of the stream or a document separator is expected': nameless,
  'can not read a block mapping entry; a multiline key may not be an implicit key': nameless,
  'can not read an implicit mapping pair; a colon is missed': nameless,
  'duplicated mapping key': 'this name is there already',
  'tab characters must not be used in indentation': 'this line begins with a tab instead of spaces',
  'missed comma between flow collection entries': 'a comma is missing between brackets',
  'unknown escape sequence': 'a backslash in quotes stands before a sign that needs none',
};

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
  const fault = plainReasons[reason] ?? reason;
  const place = mark ? ` at line ${mark.line + 1}, column ${mark.column + 1}` : '';
  return new YamlError(
    `is not valid YAML${place}: ${fault}`,
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
