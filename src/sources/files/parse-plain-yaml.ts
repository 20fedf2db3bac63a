import { FAILSAFE_SCHEMA, load, Type, YAMLException, type State } from 'js-yaml';
import { maximumDepth } from '../entry-size';

/** Thrown for a text that is left to `parseYaml`. */
class NotPlain extends YAMLException {}

const ofWords = (name: string, meanings: ReadonlyMap<string, unknown>) =>
  new Type(`tag:yaml.org,2002:${name}`, {
    kind: 'scalar',
    resolve: (text: string | null) => meanings.has(text ?? ''),
    construct: (text: string | null) => meanings.get(text ?? ''),
  });

const plainNumber = /^[-+]?\d+(?:\.\d+)?$/;

/** Numbers that parsers read differently: hexadecimal and octal ones, those with an exponent, infinite ones. */
const otherNumber = /^[-+]?(?:0[box]|\.|\d[\d_]*[._e])/i;

const number = new Type('tag:yaml.org,2002:float', {
  kind: 'scalar',
  resolve: (text: string | null) => {
    if (text === null) return false;
    if (plainNumber.test(text)) return true;
    if (otherNumber.test(text)) throw new NotPlain('A number has an unusual form.');
    return false;
  },
  construct: Number,
});

/** The values of YAML 1.2’s core schema, each in its usual form. */
const schema = FAILSAFE_SCHEMA.extend({
  implicit: [
    ofWords('null', new Map(['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null]))),
    ofWords(
      'bool',
      new Map([
        ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
        ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
      ]),
    ),
    number,
  ],
});

/** Tags, directives, keys that aren't texts, tabs before a line, and line ends, all of which parsers read differently. */
const unusual =
  /(?:^|[ \t[{,:-])!|^%|^ *(?:\t|\?|:|[[{]|~|null|true|false|-?\d[\d.]*:)|\r(?!\n)|[\u0085\u2028\u2029\uFEFF]/im;

/** Lines that begin at the left edge, except comments. */
const leftLine = /^[^\s#]/gm;

/** True if each line at the left edge begins a field. Parsers don't agree on texts in quotation marks that go on there. */
const hasFieldLines = (source: string, value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  [...source.matchAll(leftLine)].length === Object.keys(value).length;

/**
 * Parses a YAML text ten times as fast as `parseYaml`, which is needed for references, anchors, tags and faults: for
 * these it returns undefined. Everything else has the same value by both.
 */
export function parsePlainYaml(source: string): { readonly value: unknown } | undefined {
  if (unusual.test(source)) return undefined;
  let state: State | undefined;
  let depth = 0;
  try {
    const value = load(source, {
      schema,
      listener: (event, current) => {
        state = current;
        depth += event === 'open' ? 1 : -1;
        if (depth > maximumDepth) throw new NotPlain('It is nested too deeply.');
      },
    });
    // A reference to an anchor that isn't there is a fault.
    const isFaulty = Object.keys(state?.anchorMap ?? {}).length > 0 || !hasFieldLines(source, value);
    return isFaulty ? undefined : { value };
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}
