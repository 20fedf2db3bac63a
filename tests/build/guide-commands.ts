/** What the guides in docs/ tell people to type. */
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

export interface GuideCommand {
  /** The name of the script: `cms`. */
  readonly name: string;
  readonly args: readonly string[];
}

/** The commands of a text in their order. */
export function commandsIn(text: string): GuideCommand[] {
  return [...text.matchAll(/npm (?:run ([a-z:]+(?:-[a-z]+)*)|(start)\b)(?: -- ([^`\n#]*))?/g)].map(
    ([, name, start, rest = '']) => ({ name: name ?? start ?? '', args: rest.split(' ').filter(Boolean) }),
  );
}

/** The file of a script of package.json without its folder: `cms`; undefined where there is no such script. */
const scriptOf = (name: string): string | undefined => / scripts\/(\S+)\.ts/.exec(scripts[name] ?? '')?.[1];

/** What a guide tells people to type and isn't there: `cms --frobnicate`. */
export function missingFrom(commands: readonly GuideCommand[]): string[] {
  return commands.flatMap(({ name, args }) => {
    const script = scriptOf(name);
    if (scripts[name] === undefined) return [name];
    const source = script === undefined ? '' : readFileSync(`scripts/${script}.ts`, 'utf8');
    // Some commands of scripts/ only start what has the options.
    if (!source.includes('runCommand(')) return [];
    const options = args.flatMap((arg) => /^\[?--(?:no-)?([a-z-]+)/.exec(arg)?.[1] ?? []);
    return options.filter((option) => !source.includes(option)).map((option) => `${name} --${option}`);
  });
}
