/** Loads the files of a first search in every language, and checks that they belong to one index. */
import { pathOf } from '@/i18n/routes';
import { locales } from '@/i18n/locales';
import { unpackPagefindFile } from '@/search/index/index-meta';
import { requestPath, type VerifyContext } from './context';
import { createFindingList, type CheckResult } from './check-result';

/** `\0asm`: the first bytes of every WebAssembly file. */
const wasmMagic = Buffer.from([0, 0x61, 0x73, 0x6d]);

/** Matches addresses of the index's files in a search page. */
const indexFilePattern = /\/pagefind\/[^"'\s&<]+\.[a-z_]+(?:\?[^"'\s&<]*)?/g;

interface EntryFile {
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly page_count: number }>>;
}

export async function checkSearch(context: VerifyContext): Promise<CheckResult> {
  const found = createFindingList();
  let languages = 0;
  let documents = 0;
  for (const locale of locales) {
    const path = pathOf(locale, { to: 'section', section: 'search' });
    const page = await requestPath(context, path);
    // A site may have fewer languages. The crawl reports a missing one if pages link to it.
    if (page.status === 404) continue;
    languages += 1;
    const html = page.body.toString();
    const files = [...new Set(html.match(indexFilePattern))];
    const named = (ending: string) => files.find((file) => file.split('?')[0]?.endsWith(ending));
    const load = async (file: string | undefined, what: string) => {
      if (file === undefined) {
        found.wrong(`${path} doesn’t name ${what}. Publish again.`);
        return undefined;
      }
      const response = await requestPath(context, file);
      if (response.status === 200) return response;
      found.wrong(`${file}, ${what}, answers ${response.status}: nothing can be found. Publish again.`);
      return undefined;
    };
    const wasm = await load(named('.wasm'), 'the search engine');
    if (wasm && !/^application\/wasm\b/.test(wasm.headers['content-type'] ?? ''))
      found.wrong(
        `${wasm.url.pathname} has the type ${wasm.headers['content-type'] ?? '(none)'}: browsers start it later. Send application/wasm.`,
      );
    if (wasm && !wasm.body.subarray(0, 4).equals(wasmMagic))
      found.wrong(`${wasm.url.pathname} isn’t WebAssembly. Publish again.`);
    await load(named('pagefind.js'), 'the code of the index');
    const meta = await load(named('.pf_meta'), 'the list of documents');
    const entry = await load(named('pagefind-entry.json'), 'the entry file');
    const [, part] = /data-parts="\S* (\S+?)[" ]/.exec(html) ?? [];
    const [, base] = /data-index="([^"]+)"/.exec(html) ?? [];
    const chunk = await load(part && base ? `${base}${part}.pf_index` : undefined, 'a part of the index');
    for (const response of [meta, chunk]) {
      try {
        if (response) unpackPagefindFile(response.body);
      } catch (error) {
        found.wrong(`${response?.url.pathname} can’t be read (${(error as Error).message}). Publish again.`);
      }
    }
    if (!entry) continue;
    try {
      const language = (JSON.parse(entry.body.toString()) as EntryFile).languages[locale];
      documents += language?.page_count ?? 0;
      if (!language || !meta?.url.pathname.includes(language.hash))
        found.wrong(
          `The entry file and the list of documents in ${locale} are of two builds. Publish again, and empty the caches.`,
        );
    } catch (error) {
      found.wrong(`${entry.url.pathname} can’t be read (${(error as Error).message}). Publish again.`);
    }
  }
  if (languages === 0) found.wrong('There is no search page in any language. Publish again.');
  return found.result('Search', `${languages} languages, ${documents} documents`);
}
