/** The site in a language more: a copy of this checkout with what CONTRIBUTING.md says that a language takes. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { runScript } from './build/run-build';
import { copyCheckout } from './copy-checkout';
import { inboxUrl } from '../scripts/test/ports';
import { pseudoFields, pseudoMessage } from './pseudo-language';

/** A tag whose names of countries, months and numbers the platform knows, and which runs from right to left. */
export const fourth = 'ar';

/** Its row in the table of languages. */
const row = `  ${fourth}: { name: '[${pseudoMessage('Arabic')}]', direction: 'rtl' },\n`;

/** Puts one line into a file, behind another. Throws where that isn't there. */
async function addLine(file: string, behind: string, line: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(behind)) throw new Error(`${file} has no line ${behind}`);
  await writeFile(file, text.replace(behind, behind + line));
}

/** One file of strings, and one row in the table. */
async function addLanguage(root: string): Promise<void> {
  const file = (locale: string) => path.join(root, `src/i18n/strings/${locale}.json`);
  const english = JSON.parse(await readFile(file('en'), 'utf8')) as Record<string, string>;
  const words = Object.entries(english).map(([key, text]) => [
    key,
    // Names in addresses are written in the letters of addresses, in every language.
    key.startsWith('section.') ? text : pseudoMessage(text),
  ]);
  await writeFile(file(fourth), JSON.stringify(Object.fromEntries(words)));
  await addLine(
    path.join(root, 'src/i18n/locales.ts'),
    "  es: { name: 'Español', direction: 'ltr' },\n",
    row,
  );
}

/** The settings switch it on. Of the other entries every second is translated: the rest shows what isn't. */
async function translateContent(root: string): Promise<void> {
  const folder = path.join(root, 'content');
  for (const type of await readdir(folder)) {
    if (['brand', 'i18n', 'media'].includes(type)) continue;
    for (const [index, name] of (await readdir(path.join(folder, type))).toSorted().entries()) {
      const file = path.join(folder, type, name);
      const entry = parse(await readFile(file, 'utf8')) as Record<string, unknown>;
      if (type !== 'settings' && type !== 'pages' && index % 2 === 1) continue;
      const english = entry['en'];
      if (english !== undefined)
        await writeFile(
          file,
          stringify({ ...entry, [fourth]: pseudoFields(english) }, { aliasDuplicateObjects: false }),
        );
    }
  }
}

/** Makes the copy in `root` and builds it. Resolves to the folder of the site. Rejects where the build fails. */
export async function buildFourthLanguage(root: string): Promise<string> {
  await copyCheckout(root);
  await addLanguage(root);
  await translateContent(root);
  const run = await runScript(
    'build',
    ['--out', 'dist'],
    { CONTENT_SOURCE: 'files', FORMS: 'local', FORMSPREE_ENDPOINT: inboxUrl },
    root,
  );
  if (run.code !== 0) throw new Error(`The build in a fourth language failed:\n${run.stdout}${run.stderr}`);
  return path.join(root, 'dist');
}
