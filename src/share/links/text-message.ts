/** Text messages: what fits into one, which depends on its letters. */
import { cleanText } from '@/model/characters';
import { fitText } from '@/model/fit-text';

/**
 * The characters that phones send 160 of in a message. One other character, and there are 70 in a message.
 * https://www.etsi.org/deliver/etsi_ts/123000_123099/123038/
 */
const basic = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-zÄÖÑÜ§¿äöñüàèéùìòÇØøÅåÆæßÉ£¥¡¤ΔΦΓΛΩΠΨΣΘΞ[\]{}\\~^|€]*$/;

/** Those of them that count twice. */
const doubled = /[[\]{}\\~^|€]/g;

/** The longest message, in the characters of the basic alphabet, and in others. */
const longest = { basic: 160, other: 70 } as const;

/** Below this, a title says too little: a second message is better. */
const leastTitle = 20;

/** Typographic characters, and how one types them on a phone. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02BC]/g, "'"],
  [/«[ \u00A0\u202F]?|[ \u00A0\u202F]?»|[\u201C-\u201E]/g, '"'],
  [/[\u2010-\u2015]/g, '-'],
  [/…/g, '...'],
  [/[\u00A0\u2009\u202F]/g, ' '],
];

/** The length of a message: of the characters that count twice, and of UTF-16 units outside the basic alphabet. */
export const countMessage = (text: string): number =>
  text.length + (isBasic(text) ? (text.match(doubled)?.length ?? 0) : 0);

/** True for a text of which 160 characters are one message. */
export const isBasic = (text: string): boolean => basic.test(text);

/**
 * A title and an address for a text message, with plain quotation marks. One message where that leaves room for a part of
 * the title, else two or three.
 */
export function textMessage(title: string, url: string): string {
  const text = plain.reduce((rest, [from, to]) => rest.replace(from, to), cleanText(title, true).text);
  const isPlain = isBasic(`${text}${url}`);
  const single = (isPlain ? longest.basic : longest.other) - countMessage(url) - 1;
  const room = single < leastTitle ? Math.max(longest.basic - url.length - 1, 2 * leastTitle) : single;
  // The ellipsis that shows a cut is outside the basic alphabet.
  const fitting = fitText(text, countMessage(text) <= room ? room : room - 2, countMessage);
  return `${fitting.replace(/…$/, '...')} ${url}`;
}
