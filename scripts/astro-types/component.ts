/**
 * Astro's components as TypeScript reads them. The compiler knows no `.astro` files, so each is given to it as the TSX and
 * the scripts that Astro's own converter makes of it, in files that don't exist: `Row.astro.tsx`, `Row.astro.0.mts`.
 * An import of `./Row.astro` finds the first of them, since the compiler tries endings.
 */
import { existsSync, readFileSync } from 'node:fs';
import { convertToTsx } from '@astrojs/astro2tsx';

/** A span of a module that is the same in the component; offsets from 0. */
interface Span {
  readonly at: number;
  readonly source: number;
  readonly length: number;
}

/** The TypeScript of a component. */
interface Module {
  readonly code: string;
  readonly spans: readonly Span[];
}

/** A fault and its place in the component (offset from 0). */
export interface Fault {
  readonly source: number;
  readonly message: string;
}

export interface Component {
  readonly text: string;
  /** By the names of files that don't exist. */
  readonly modules: ReadonlyMap<string, Module>;
  /** Faults that the converter found. */
  readonly faults: readonly Fault[];
}

/** Scripts that are no code: the browser takes them as data. */
const isData = (type: string) => type === 'json' || type === 'raw';

function convert(file: string): Component {
  const text = readFileSync(file, 'utf8');
  const { code, mappings, scripts, diagnostics } = convertToTsx(text, { filename: file });
  const spans = mappings
    .filter(([, length, , sourceLength]) => length > 0 && sourceLength > 0)
    .map(([at, length, source, sourceLength]) => ({ at, source, length: Math.min(length, sourceLength) }));
  const isModule = ({ type }: (typeof scripts)[number]) => type === 'processed-module';
  return {
    text,
    modules: new Map<string, Module>([
      [`${file}.tsx`, { code, spans }],
      ...scripts
        .filter(isModule)
        .map(({ content, position }, index): [string, Module] => [
          `${file}.${index}.mts`,
          { code: content, spans: [{ at: 0, source: position.start, length: content.length }] },
        ]),
    ]),
    faults: [
      ...diagnostics.map(({ message, position }) => ({ source: position.start, message })),
      // Nothing would check its types.
      ...scripts
        .filter((script) => !isModule(script) && !isData(script.type))
        .map(({ position }) => ({
          source: position.start,
          message: 'The policy of pages refuses such a script. Write <script> without attributes.',
        })),
    ],
  };
}

/** The place in the component of a place in one of its modules; undefined for what only the module has. */
export function sourceOf({ spans }: Module, place: number): number | undefined {
  const span = spans.find(({ at, length }) => place >= at && place <= at + length);
  return span && span.source + place - span.at;
}

export interface Components {
  /** The component in a file. */
  readonly read: (file: string) => Component;
  /** The module of that name; undefined where no component has it. */
  readonly moduleOf: (name: string) => Module | undefined;
}

/** Reads each component once. */
export function openComponents(): Components {
  const known = new Map<string, Component>();
  const read = (file: string) => {
    const component = known.get(file) ?? convert(file);
    known.set(file, component);
    return component;
  };
  return {
    read,
    moduleOf: (name) => {
      const file = /^(.*\.astro)\.(?:tsx|\d+\.mts)$/.exec(name)?.[1];
      return file !== undefined && existsSync(file) ? read(file).modules.get(name) : undefined;
    },
  };
}
