/** `npm start`: writes the tables of words of each language. See README.md. */
import { locales } from '@/i18n/locales';
import { readEnglishVectors } from './english-vectors';
import { fetchSources } from './fetch-sources';
import { writeTables } from './write-tables';

const sources = fetchSources('.local', console.log);
const english = readEnglishVectors();
for (const locale of locales) await writeTables(locale, sources, english, console.log);
