/** OpenSearch 1.1, by which a browser adds the site's search: https://github.com/dewitt/opensearch */
import { cleanText } from '@/model/characters';
import { element, escapeXml, xmlDeclaration } from './xml';

/** What a browser is told about the search in one language. */
export interface OpenSearch {
  /** The site's name. */
  readonly name: string;
  /** What to call the search where the site's name is too long: at most 16 characters. */
  readonly short: string;
  readonly description: string;
  /** BCP 47 */
  readonly lang: string;
  /** Absolute address of the search page. */
  readonly page: string;
  /** Absolute address of an SVG. */
  readonly icon: string;
  /** Absolute address of this description. */
  readonly self: string;
}

/** The longest texts that the format allows, in characters. */
const longest = { ShortName: 16, LongName: 48, Description: 1024 } as const;

function cut(name: keyof typeof longest, text: string): string {
  const characters = [...cleanText(text, true).text];
  return element(name, characters.slice(0, longest[name]).join('').trim());
}

/** The description, whose address every page names. */
export function openSearch({ name, short, description, lang, page, icon, self }: OpenSearch): string {
  return [
    xmlDeclaration,
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n',
    cut('ShortName', [...name].length > longest.ShortName ? short : name),
    cut('LongName', name),
    cut('Description', description),
    element('Image', icon, ' type="image/svg+xml"'),
    `\n<Url type="text/html" method="get" template="${escapeXml(page)}?q={searchTerms}"/>`,
    `\n<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(self)}"/>\n`,
    element('Language', lang),
    '<InputEncoding>UTF-8</InputEncoding><OutputEncoding>UTF-8</OutputEncoding>\n',
    '</OpenSearchDescription>\n',
  ].join('');
}
