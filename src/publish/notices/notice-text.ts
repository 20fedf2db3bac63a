/** Writes notices as plain text. Pure. */
import { defaultSiteUrl } from '@/config/variables';
import { formatDuration } from '@/model/format-count';
import type { Notice } from './incident';

export interface NoticeContext {
  /** The address of the site. */
  readonly site: string;
  /** The log or the report: an address, or a file with the name of its machine. */
  readonly link: string;
}

export interface NoticeText {
  readonly subject: string;
  readonly text: string;
}

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** `'2026-11-25T15:04:00Z' -> '25 November 2026 at 15:04 UTC'` */
const formatTime = (at: string) => `${timeFormat.format(new Date(at))} UTC`;

const formatSpan = (from: string, to: string) => formatDuration(Date.parse(to) - Date.parse(from));

/** The name of the site in subjects: its host. */
const siteName = (site: string) => (site === defaultSiteUrl ? 'a site without SITE_URL' : new URL(site).host);

const formatLast = (published: string | undefined, at: string) =>
  published === undefined
    ? 'It has not been published before, as far as this publisher knows.'
    : `It was last published on ${formatTime(published)}, ${formatSpan(published, at)} ago. That version stays live.`;

const formatStall = (site: string, published: string | undefined, at: string) =>
  published === undefined
    ? `Nothing has been published to ${site} since notices were set up.`
    : `Nothing has been published to ${site} since ${formatTime(published)}, for ${formatSpan(published, at)}. That version stays live.`;

/** Writes a notice: the site, the time, the reason, what to do, and where to read more. */
export function writeNotice(notice: Notice, { site, link }: NoticeContext): NoticeText {
  const { kind, began, at, published, reason } = notice;
  const name = siteName(site);
  const more = ['', `Report and log: ${link}`];
  const promise = 'You will get one more message when publishing works again, and none until then.';
  switch (kind) {
    case 'failed':
      return {
        subject: `Not published: ${name}`,
        text: [
          `Publishing ${site} failed on ${formatTime(at)}.`,
          formatLast(published, at),
          '',
          reason ?? '',
          ...more,
          '',
          promise,
        ].join('\n'),
      };
    case 'stalled':
      return {
        subject: `Nothing published for too long: ${name}`,
        text: [
          formatStall(site, published, at),
          '',
          'See whether the publisher still runs, and what its log says. Then publish by hand: what that prints says what is wrong.',
          ...more,
          '',
          promise,
        ].join('\n'),
      };
    case 'test':
      return {
        subject: `Test: ${name}`,
        text: `This is a test. If publishing ${site} fails or stalls, a notice comes here.`,
      };
    case 'over':
      return {
        subject: `Published again: ${name}`,
        text: [
          `${site} was published on ${formatTime(at)}. Publishing had not worked since ${formatTime(began)}, for ${formatSpan(began, at)}.`,
          ...(reason === undefined ? [] : ['', 'The reason was:', reason]),
          ...more,
        ].join('\n'),
      };
  }
}
