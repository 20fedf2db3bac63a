/** The command `npm run local:contentful`: its entry is `scripts/local-contentful.ts`. */
import { OperatorError } from '@/model/operator-error';
import { describeFailure, failureExitCode } from '@/publish/failure';
import { readCommandLine, readPort, UsageError } from '@/terminal/command-line';
import { deliveryToken, managementToken, spaceId } from '../../packages/contentful-local/server.ts';
import { parseLocales } from './locale-settings';
import { faults, startStandIn, type ContentfulServer, type FaultName } from './start';

const faultNames = Object.keys(faults) as readonly FaultName[];

/** Checks a value of `--fault`. Throws an `OperatorError` that lists the names. */
function parseFault(name: string): FaultName {
  const found = faultNames.find((known) => known === name);
  if (found !== undefined) return found;
  throw new OperatorError(`There is no fault “${name}”.`, `Choose one of: ${faultNames.join(', ')}.`);
}

const defaultPort = 4600;

const help = `Serves a folder of entries as Contentful would, on this machine only.

  npm run local:contentful -- [--port N] [--content DIR | --empty] [--locales LIST] [--fault NAME]

  --port N        port on 127.0.0.1 (default ${defaultPort}; 0 takes a free one)
  --content DIR   folder to serve, read once at the start (default: CONTENT_DIR, else content)
  --empty         serve a new space without content types, as Contentful makes it: npm run cms -- setup fills it
  --locales LIST  codes of the space's locales, the default one first, each with its fallback after a colon:
                  en-US,fr-FR:en-US (default: the languages of the folder)
  --fault NAME    answer wrongly on purpose:
${faultNames.map((name) => `      ${name.padEnd(20)} ${faults[name].description}`).join('\n')}
`;

/** The result of the command: a running server, or the exit code. */
type StandInCommandResult = { readonly standIn: ContentfulServer } | { readonly exitCode: number };

/** Starts the stand-in that the arguments describe, and prints how to build from it. */
export async function runStandInCommand(
  args: readonly string[],
  contentDir: string,
  print: (line: string) => void,
): Promise<StandInCommandResult> {
  try {
    const { values } = readCommandLine(args, {
      port: { type: 'string', default: String(defaultPort) },
      content: { type: 'string' },
      empty: { type: 'boolean', default: false },
      locales: { type: 'string' },
      fault: { type: 'string' },
    });
    if (values.help) {
      print(help);
      return { exitCode: 0 };
    }
    const { empty, content = contentDir } = values;
    if (empty && values.content !== undefined)
      throw new UsageError('--content fills the space, and --empty leaves it empty: give one of them.');
    const standIn = await startStandIn({
      ...(empty ? {} : { content }),
      port: readPort(values.port, 'port'),
      ...(values.fault === undefined ? {} : { fault: parseFault(values.fault) }),
      ...(values.locales === undefined ? {} : { locales: parseLocales(values.locales) }),
    });
    const { entries, assets } = standIn.space;
    const published = [...entries.values()].filter((entry) => entry.published);
    const served = empty
      ? 'an empty space'
      : `${published.length} entries and ${assets.size} assets of ${content}`;
    print(`Contentful stand-in on ${standIn.url}: ${served}`);
    if (values.fault !== undefined) print(`Fault: ${faults[parseFault(values.fault)].description}`);
    if (empty) {
      print('Bring the model in, then your content:');
      const variables = `CONTENTFUL_HOST=${standIn.host} CONTENTFUL_SPACE_ID=${spaceId} CONTENTFUL_MANAGEMENT_TOKEN=${managementToken}`;
      for (const command of ['setup --yes', 'push']) print(`  ${variables} npm run cms -- ${command}`);
    }
    print('Build from it with:');
    print(
      `  CONTENTFUL_HOST=${standIn.host} CONTENTFUL_SPACE_ID=${spaceId} CONTENTFUL_DELIVERY_TOKEN=${deliveryToken} npm run build`,
    );
    return { standIn };
  } catch (error) {
    print(describeFailure(error));
    return { exitCode: failureExitCode(error) };
  }
}
