/** Reads feeds and calendars with the parsers of common readers. */
import type { VerifyContext } from './context';
import { requestPath } from './context';
import type { SampleKind } from './crawl-site';
import { createFindingList, type CheckResult } from './check-result';

/** Reads a feed. Resolves to the number of its entries, and rejects or throws if it can't be read. */
type FeedReader = (text: string) => Promise<number>;

const feedReaders: Readonly<Partial<Record<SampleKind, readonly [type: RegExp, read: FeedReader]>>> = {
  rss: [
    /^(?:text|application)\/(?:rss\+)?xml\b/,
    async (text) => (await import('feedsmith')).parseRssFeed(text).items?.length ?? 0,
  ],
  calendar: [
    /^text\/calendar\b/,
    async (text) => {
      const { default: ical } = await import('ical.js');
      return new ical.Component(ical.parse(text) as unknown[]).getAllSubcomponents('vevent').length;
    },
  ],
};

export async function checkFeeds(
  context: VerifyContext,
  samples: ReadonlyMap<SampleKind, readonly string[]>,
): Promise<CheckResult> {
  const found = createFindingList();
  let feeds = 0;
  let entries = 0;
  for (const [kind, [type, read]] of Object.entries(feedReaders)) {
    const paths = samples.get(kind as SampleKind) ?? [];
    if (paths.length === 0) found.wrong(`No page links to a feed of the kind ${kind}. Publish again.`);
    for (const path of paths) {
      feeds += 1;
      const { status, headers, body } = await requestPath(context, path);
      const sent = headers['content-type'] ?? 'no type';
      if (status !== 200) found.wrong(`${path} answers ${status}. Publish again.`);
      else if (!type.test(sent))
        found.wrong(`${path} has the type ${sent}. Correct the types of the server.`);
      else {
        try {
          entries += await read(body.toString());
        } catch (error) {
          found.wrong(`${path} can’t be read as ${kind} (${(error as Error).message}). Publish again.`);
        }
      }
    }
  }
  return found.result('Feeds', `${feeds} feeds and calendars with ${entries} entries`);
}
