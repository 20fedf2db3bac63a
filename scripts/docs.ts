/** `npm run docs`: writes the parts of the documents that come from the program. */
import { readFile, writeFile } from 'node:fs/promises';
import { UsageError } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run docs [-- NAME]

  Writes the parts of the documents that come from the program: those of this name, or all but the pictures.

  applications  the states and messages of an application, in docs/applications.md
  commands      the commands for operators, in docs/operators.md
  config        the variables, in docs/operators.md and .env.example
  hosting       the headers, in hosting/nginx*.conf and docs/operators.md
  model         the reference of the content model, docs/model.md
  pictures      the pictures of the editors' guides and of README, in docs/images/
`;

async function takePictures(): Promise<void> {
  const { ensureBrowser } = await import('./install/browser');
  const { takeEditorPictures } = await import('./screenshots/editor-pictures');
  const { takeContentfulPicture } = await import('./screenshots/contentful-picture');
  const options = { executablePath: ensureBrowser(console.log), print: console.log };
  await takeEditorPictures(options);
  await takeContentfulPicture(options);
}

await runCommand({ help, allowPositionals: true }, async ({ positionals }) => {
  const [name] = positionals;
  if (name === 'pictures') {
    await takePictures();
    return 0;
  }
  // Loaded only now, so that help and a wrong option are answered at once.
  const { generatedParts } = await import('./docs/generated-parts');
  const chosen = generatedParts.filter((part) => name === undefined || part.name === name);
  if (chosen.length === 0) throw new UsageError(`There is no “${name}”.`);
  for (const { file, write } of chosen) {
    await writeFile(file, write(await readFile(file, 'utf8')));
    console.log(`Wrote ${file}.`);
  }
  return 0;
});
