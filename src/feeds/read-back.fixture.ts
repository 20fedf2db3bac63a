/** Reads feeds back with independent parsers. Each function throws where the text is invalid. */
import { parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';

/** An element of a document. */
interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it. */
  readonly text: string;
}

/** Parses the elements of an XML 1.0 document in order. Throws where it isn't well-formed, including namespaces. */
export function readXml(text: string): XmlElement[] {
  const parser = new SaxesParser({ xmlns: true });
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof elements = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element = { name, attributes: Object.fromEntries(values), text: '' };
    elements.push(element);
    open.push(element);
  });
  const add = (part: string) => {
    const inner = open.at(-1);
    if (inner) inner.text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return elements;
}

const rfc822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:[A-Z][a-z]{2}) \d{4} \d\d:\d\d:\d\d GMT$/;

/** Parses an RSS channel, and checks that it has everything that RSS 2.0 and its Best Practices Profile require. */
export function readRss(text: string) {
  readXml(text);
  const feed = parseRssFeed(text);
  for (const part of ['title', 'link', 'description', 'language'] as const) {
    if (!feed[part]) throw new Error(`The channel has no ${part}.`);
  }
  const [self] = feed.atom?.links ?? [];
  if (self?.rel !== 'self' || !self.href) throw new Error('The channel doesn’t say where it is.');
  const items = feed.items ?? [];
  const ids = new Set(items.map(({ guid }) => guid?.value));
  if (ids.size !== items.length || ids.has(undefined)) throw new Error('Two items have one guid, or none.');
  for (const { title, link, guid, pubDate } of items) {
    if (!title || !link || guid?.isPermaLink !== false) throw new Error(`An item lacks a part: ${link}`);
    if (!rfc822.test(pubDate ?? '')) throw new Error(`An item has the date ${pubDate}.`);
  }
  return { ...feed, items, self: self.href };
}

const bytes = (line: string) => Buffer.byteLength(line);

/** Parses the calendar's name and events, and checks its lines and required content by RFC 5545. */
export function readCalendar(text: string) {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text)) throw new Error('A line ends without CRLF.');
  const long = text.split('\r\n').find((line) => bytes(line) > 75);
  if (long !== undefined) throw new Error(`A line has more than 75 bytes: ${long}`);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  if (calendar.getAllSubcomponents().length === 0) throw new Error('The calendar holds nothing.');
  if (calendar.getFirstPropertyValue('version') !== '2.0') throw new Error('It isn’t version 2.0.');
  if (!calendar.getFirstPropertyValue('prodid')) throw new Error('It doesn’t say what wrote it.');
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    if (!event.uid || !component.getFirstPropertyValue('dtstamp')) throw new Error('An event lacks a part.');
    return {
      uid: event.uid,
      title: event.summary,
      description: event.description,
      start: event.startDate.toJSDate().getTime(),
      end: event.endDate.toJSDate().getTime(),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      language: component.getFirstProperty('summary')?.getFirstParameter('language'),
      categories: component.getAllProperties('categories').flatMap((list) => list.getValues() as string[]),
      url: String(component.getFirstPropertyValue('url')),
    };
  });
  if (new Set(events.map(({ uid }) => uid)).size !== events.length)
    throw new Error('Two events have one UID.');
  return { name: String(calendar.getFirstPropertyValue('x-wr-calname')), events };
}
