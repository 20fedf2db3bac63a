/** OpenSearchDescription 1.1, by which a browser adds the site's search: https://github.com/dewitt/opensearch */
import { oneLine } from '@/model/characters';
import type { openSearchView } from '@/views/program-files';
import { xml, xmlDeclaration } from './xml';

/** The longest texts that the format allows, in characters. */
const longest = { ShortName: 16, LongName: 48, Description: 1024 } as const;

const cut = (text: string, length: number) => [...oneLine(text)].slice(0, length).join('').trim();

/** The description, whose address every page names. */
export function formatOpenSearch({
  name,
  short,
  description,
  lang,
  page,
  icon,
  self,
}: ReturnType<typeof openSearchView>): string {
  const shortName = [...name].length > longest.ShortName ? short : name;
  return xml`${xmlDeclaration}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
${[
  xml`<ShortName>${cut(shortName, longest.ShortName)}</ShortName>`,
  xml`<LongName>${cut(name, longest.LongName)}</LongName>`,
  xml`<Description>${cut(description, longest.Description)}</Description>`,
  xml`<Image type="image/svg+xml">${icon}</Image>`,
]}
<Url type="text/html" method="get" template="${page}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${self}"/>
<Language>${lang}</Language><InputEncoding>UTF-8</InputEncoding><OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`.text;
}
