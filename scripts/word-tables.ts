/** `npm run word-tables`: writes the tables of words of each language from dictionaries and thesauri. */
import { runCommand } from './command';

const help = `npm run word-tables

  Writes related words and known words of each language into src/search/language, from packages of Debian that it fetches
  into .local/word-tables. Needs apt-get and dpkg-deb. The same packages give the same files. Takes about a minute.
`;

await runCommand({ help }, async () => {
  // Loaded only now: help and a wrong option are answered at once.
  const [{ locales }, { fetchSources }, { writeTables }] = await Promise.all([
    import('@/i18n/locales'),
    import('./word-tables/fetch-sources'),
    import('./word-tables/write-tables'),
  ]);
  const sources = fetchSources('.local/word-tables', console.log);
  for (const locale of locales) await writeTables(locale, sources, console.log);
  return 0;
});
