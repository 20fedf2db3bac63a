/** OpenSearchDescription 1.1, by which a browser adds the site's search: https://github.com/dewitt/opensearch */
import { oneLine } from '@/model/characters';
import type { openSearchView } from '@/views/program-files';
import { html, xmlDeclaration } from '@/model/html';

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
  return html`${xmlDeclaration}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
${[
  html`<ShortName>${cut(shortName, longest.ShortName)}</ShortName>`,
  html`<LongName>${cut(name, longest.LongName)}</LongName>`,
  html`<Description>${cut(description, longest.Description)}</Description>`,
  html`<Image type="image/svg+xml">${icon}</Image>`,
]}
<Url type="text/html" method="get" template="${page}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${self}"/>
<Language>${lang}</Language><InputEncoding>UTF-8</InputEncoding><OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`.text;
}
