/** `npm start`: serves a space until it is interrupted. See README.md. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { faultNames, faults } from './faults/faults.ts';
import { startServer } from './server.ts';
import { deliveryToken, managementToken, previewToken, spaceId } from './space.ts';
import { readExportFile, StartError } from './storage.ts';

const help = `Serves a space as Contentful would, on this machine only.

  npm start -- [--port N] [--space FILE] [--folder DIR] [--fault NAME]

  --port N       port on 127.0.0.1 (default 4600; 0 takes a free one)
  --space FILE   what the space has at first: an export, as \`contentful space export\` writes it
  --folder DIR   folder that keeps the space; without it, changes are lost at the end
  --fault NAME   answer wrongly on purpose:
${faultNames.map((name) => `      ${name.padEnd(20)} ${faults[name].description}`).join('\n')}
`;

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      port: { type: 'string', default: '4600' },
      space: { type: 'string' },
      folder: { type: 'string' },
      fault: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const fault = faultNames.find((name) => name === values.fault);
  if (fault !== values.fault)
    throw new StartError(`There is no fault “${values.fault}”. Choose one of: ${faultNames.join(', ')}.`);
  const { folder, space: file } = values;
  const space = file === undefined ? undefined : await readExportFile(file);
  if (file !== undefined && !space) throw new StartError(`There is no file ${file}. Check --space.`);
  const interrupted = Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
  const server = await startServer({ port: Number(values.port), space, folder, fault });
  console.log(`Contentful on ${server.host}: space ${spaceId}, tokens:`);
  console.log(`  Delivery ${deliveryToken}, Preview ${previewToken}, Management ${managementToken}`);
  if (fault) console.log(`Fault: ${faults[fault].description}`);
  await interrupted;
  await server.close();
}

try {
  await start();
} catch (error) {
  const isOurs = error instanceof StartError || (error instanceof TypeError && 'code' in error);
  console.error(isOurs ? error.message : error);
  process.exitCode = 1;
}
