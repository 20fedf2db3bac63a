/** `npm run docs -- pictures`: takes the pictures of the editors' guide. */
import { runCommand } from './command';

const help = `npm run docs -- pictures

  Takes the pictures of docs/editors.md again, into docs/images/: the editor, a draft in a preview, the content
  report, and the app in a form of Contentful.
`;

await runCommand({ help }, async () => {
  const print = (line: string) => {
    console.log(line);
  };
  // Loaded only now, so that help and a wrong option are answered at once.
  const { ensureBrowser } = await import('./install/browser');
  const { takeEditorPictures } = await import('./screenshots/editor-pictures');
  const { takeContentfulPicture } = await import('./screenshots/contentful-picture');
  const options = { executablePath: ensureBrowser(print), print };
  await takeEditorPictures(options);
  await takeContentfulPicture(options);
  return 0;
});
