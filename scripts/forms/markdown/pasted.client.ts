/**
 * Prepares what other programs put on the clipboard: lists, emphasis and tables that are only drawn there become real ones.
 * Source: what Word, Outlook, Google Docs and LibreOffice copy.
 */

/** Word draws a list as paragraphs: this is the level of one, from 1. */
const listLevel = /mso-list:\s*l\d+\s+level(\d)/i;

/** Marks the sign or number before the text of such a paragraph. */
const listSign = '[style*="mso-list:Ignore" i]';

const isNumber = (sign: string) => /^\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(sign.trim());

const styleOf = (element: Element) => element.getAttribute('style') ?? '';

const unwrap = (element: Element) => element.replaceWith(...element.childNodes);

function wrapContents(element: Element, tag: 'strong' | 'em'): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/** Reads emphasis from styles, which the page's policy keeps the browser from reading. Word has properties that end alike. */
function readEmphasis(body: HTMLElement): void {
  // Google Docs wraps all that is copied in bold letters that aren't.
  for (const element of body.querySelectorAll('b, strong'))
    if (/(?:^|;)\s*font-weight:\s*(?:normal|[1-4]00)/i.test(styleOf(element))) unwrap(element);
  for (const element of body.querySelectorAll('i, em'))
    if (/(?:^|;)\s*font-style:\s*normal/i.test(styleOf(element))) unwrap(element);
  for (const element of body.querySelectorAll('span')) {
    const isHeading = element.closest('h1, h2, h3, h4, h5, h6') !== null;
    if (!isHeading && /(?:^|;)\s*font-weight:\s*(?:bold|[6-9]00)/i.test(styleOf(element)))
      wrapContents(element, 'strong');
    if (/(?:^|;)\s*font-style:\s*italic/i.test(styleOf(element))) wrapContents(element, 'em');
  }
}

/** Removes empty lines between paragraphs, which keep a distance without them. */
function removeBlankLines(body: HTMLElement): void {
  for (const block of body.querySelectorAll('p, div')) if (block.textContent.trim() === '') block.remove();
  for (const end of body.querySelectorAll('br'))
    if (
      end.previousSibling instanceof Element &&
      end.previousSibling.matches('p, div, ul, ol, h1, h2, h3, h4')
    )
      end.remove();
}

/** Makes lists of Word’s paragraphs, one within the other by their levels. */
function readWordLists(body: HTMLElement): void {
  /** Those that the next paragraph may go on with, the outermost first. */
  let lists: Element[] = [];
  for (const paragraph of body.querySelectorAll('p')) {
    const [, level] = listLevel.exec(styleOf(paragraph)) ?? [];
    const sign = paragraph.querySelector(listSign);
    if (level === undefined || sign === null) continue;
    if (paragraph.previousElementSibling !== lists[0]) lists = [];
    // A level may be left out.
    const depth = Math.min(Number(level), lists.length + 1);
    const tag = isNumber(sign.textContent) ? 'ol' : 'ul';
    lists = lists.slice(0, depth);
    if (lists[depth - 1]?.localName !== tag) {
      lists = lists.slice(0, depth - 1);
      const list = body.ownerDocument.createElement(tag);
      const parent = lists.at(-1)?.lastElementChild;
      if (parent) parent.append(list);
      else paragraph.before(list);
      lists.push(list);
    }
    const item = body.ownerDocument.createElement('li');
    sign.remove();
    item.append(...paragraph.childNodes);
    lists.at(-1)?.append(item);
    paragraph.remove();
  }
}

/** Returns what a row of a table has: a line, or the parts of cells that have several each, as tables for layout do. */
function readRow({ cells, ownerDocument }: HTMLTableRowElement): Element[] {
  const isLine = [...cells].every((cell) => cell.querySelectorAll('p, div, li, table').length < 2);
  if (!isLine || cells.length === 1)
    return [...cells].map((cell) => {
      const part = ownerDocument.createElement('div');
      part.append(...cell.childNodes);
      return part;
    });
  const line = ownerDocument.createElement('p');
  for (const [index, cell] of [...cells].entries()) {
    cell.querySelectorAll('p, div').forEach(unwrap);
    line.append(index === 0 ? '' : ' | ', ...cell.childNodes);
  }
  return [line];
}

/** `<p>` of Word with a sign of a list `->` `<ul>`, bold by a style `->` `<strong>`, a row of a table `->` a line. No pictures. */
export function readPastedHtml(html: string): string {
  // Copied within a text.
  if (html.includes('data-pm-slice')) return html;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('img, style, script')) element.remove();
  readEmphasis(body);
  removeBlankLines(body);
  readWordLists(body);
  for (const table of body.querySelectorAll('table')) table.replaceWith(...[...table.rows].flatMap(readRow));
  for (const element of body.querySelectorAll('[style]')) element.removeAttribute('style');
  return body.innerHTML;
}

/** The sign or number before an item of a list that was typed. */
const typedSign = /^(\s*)(?:[-*+•‣▪◦·–]|(\d{1,3}[.)]))\s+/;

/** Makes Markdown of plain text: each line a paragraph, and lines with a sign or number before them a list. */
export function readPastedText(text: string): string {
  let isInList = false;
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines
    .map((line, index) => {
      const [sign, indent = '', number = '-'] = typedSign.exec(line) ?? [];
      const wasInList = isInList;
      isInList = sign !== undefined;
      if (sign === undefined) return `${index === 0 ? '' : '\n\n'}${line.trim()}`;
      const item = `${number} ${line.slice(sign.length).trim()}`;
      return wasInList ? `\n${indent}${item}` : `${index === 0 ? '' : '\n\n'}${item}`;
    })
    .join('');
}
