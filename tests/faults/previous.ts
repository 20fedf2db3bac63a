import type { Env } from '../build/run-build';
import { changeEntry, copyOfSmallContent, inLanguage } from '../build/small-content';

let made: Promise<string> | undefined;

/** Content of a site that is live before a fault: the small one with another text, so that the two can be told apart. */
export async function previousContent(): Promise<Env> {
  made ??= copyOfSmallContent('content/previous').then(async (folder) => {
    await changeEntry(folder, 'opportunities/relire-carnets', (fields) =>
      inLanguage(fields, 'fr', { deliverable: 'Ce qui était en ligne auparavant.' }),
    );
    return folder;
  });
  return { CONTENT_DIR: await made };
}
