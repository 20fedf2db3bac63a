/** Converts HTML in cells. It comes from sheets that were exported from a site or copied from a page. */
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { markdownToText } from '@/pipeline/texts/markdown';

const markup = /<\/?[a-z][^<>]*>|<!--|&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});/i;

/** True for a text with tags or entities. `a < b` and `R&D` have none. */
export function hasHtml(text: string): boolean {
  return markup.test(text);
}

const processor = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeRemark)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' })
  .freeze();

/** Converts HTML to Markdown: `<p>Two <b>pages</b></p> -> Two **pages**`. Scripts, styles and pictures are removed. */
export function htmlToMarkdown(html: string): string {
  return String(processor.processSync(html)).trim();
}

/** Converts HTML to plain words on one line. */
export function htmlToText(html: string): string {
  return markdownToText(htmlToMarkdown(html));
}
