/**
 * The style sheet that makes an RSS feed readable in a browser. CSS alone: browsers are removing XSLT. Nothing in it can
 * be pressed, so the address of each opportunity is shown, and one press selects it.
 */
import { oneLine } from '@/model/characters';
import type { feedStyleView } from '@/views/program-files';

/** A text as a string of CSS. `<` is escaped too, so that the sheet is safe wherever it is put. */
const cssString = (text: string) =>
  `"${oneLine(text).replaceAll(/[\\"<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

export function formatFeedStyle({ heading, text, colours }: ReturnType<typeof feedStyleView>): string {
  return `${colours}
rss{display:block;margin:0 auto;padding:1.5rem 1rem;max-width:42rem;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif;color-scheme:light dark}
:root{background:var(--ground)}
channel,item,title,link,pubDate,description,creator{display:block;overflow-wrap:anywhere}
channel::before{display:block;padding:0 1rem;background:var(--wash)}
rss::before{content:${cssString(heading)};display:block;padding:1rem 1rem 0;background:var(--wash);font-weight:700}
channel::before{content:${cssString(text)};padding-bottom:1rem}
channel>title{margin:2rem 0 .5rem;font-size:1.75rem;font-weight:700;line-height:1.2}
channel>description,creator,pubDate{color:var(--ink-2)}
item{margin-top:1.5rem;padding-top:1.5rem;border-top:1px solid var(--line)}
item>title{font-size:1.25rem;font-weight:700;line-height:1.3}
link{margin-top:.5rem;user-select:all;-webkit-user-select:all}
link:empty,language,lastBuildDate,guid,category,encoded{display:none}
`;
}
