/** OpenSearch 1.1, with which a browser adds the site's search: https://github.com/dewitt/opensearch */
import { cleanText } from '@/model/characters';
import { xmlElement, escapeXml, xmlDeclaration } from './xml';

/** The description of the search in one language. */
export interface OpenSearchDescription {
  /** The site's name. */
  readonly name: string;
  /** The search's name where the site's name is too long: at most 16 characters. */
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
const maxLengths = { ShortName: 16, LongName: 48, Description: 1024 } as const;

function shortElement(name: keyof typeof maxLengths, text: string): string {
  const characters = [...cleanText(text, true).text];
  return xmlElement(name, characters.slice(0, maxLengths[name]).join('').trim());
}

/** Formats the description, which every page links to. */
export function formatOpenSearch({
  name,
  short,
  description,
  lang,
  page,
  icon,
  self,
}: OpenSearchDescription): string {
  return [
    xmlDeclaration,
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n',
    shortElement('ShortName', [...name].length > maxLengths.ShortName ? short : name),
    shortElement('LongName', name),
    shortElement('Description', description),
    xmlElement('Image', icon, ' type="image/svg+xml"'),
    `\n<Url type="text/html" method="get" template="${escapeXml(page)}?q={searchTerms}"/>`,
    `\n<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(self)}"/>\n`,
    xmlElement('Language', lang),
    '<InputEncoding>UTF-8</InputEncoding><OutputEncoding>UTF-8</OutputEncoding>\n',
    '</OpenSearchDescription>\n',
  ].join('');
}
