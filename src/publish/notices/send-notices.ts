/** Sends the notices that wait, and remembers those that it couldn't send. */
import os from 'node:os';
import path from 'node:path';
import type { Config } from '@/config/config';
import { createRedactor } from '@/config/secrets';
import type { NoticeSettings } from '@/config/notices/notice-settings';
import { reportDir } from '../report';
import { noticeChannels, type Notice, type NoticeChannel, type NoticeState } from './incident';
import { writeNotice, type NoticeContext } from './notice-text';
import { createWebhookBody, NoticeError, postWebhook } from './send-webhook';

type SendNotice = (notice: Notice) => Promise<void>;

/** The names of the channels in messages. */
const channelNames: Readonly<Record<NoticeChannel, string>> = {
  webhook: 'to the webhook',
  email: 'by e-mail',
};

export const findChannels = ({ webhook, email }: NoticeSettings): readonly NoticeChannel[] =>
  noticeChannels.filter((channel) => (channel === 'webhook' ? webhook : email) !== undefined);

const createContext = ({ site, notices }: Config): NoticeContext => ({
  site: site.url,
  link: notices.link ?? `${path.resolve(reportDir, 'report.html')} on ${os.hostname()}`,
});

/** Returns the function that sends through a channel. */
function createSender(config: Config, channel: NoticeChannel): SendNotice | undefined {
  const { webhook, email } = config.notices;
  const context = createContext(config);
  if (channel === 'webhook')
    return (
      webhook &&
      ((notice) => postWebhook(webhook, createWebhookBody(notice, writeNotice(notice, context), context)))
    );
  return (
    email &&
    (async (notice) => {
      const { sendEmail } = await import('./send-email');
      await sendEmail(email, writeNotice(notice, context));
    })
  );
}

export interface SendOptions {
  readonly config: Config;
  readonly print: (line: string) => void;
  /** Saves the state after each notice, so that none is sent twice. */
  readonly save: (state: NoticeState) => Promise<void>;
}

/** Sends the notices of all channels in order, and resolves to the state after that. It doesn't reject if one can't be sent. */
export async function sendNotices(
  state: NoticeState,
  { config, print, save }: SendOptions,
): Promise<NoticeState> {
  const redact = createRedactor(config.secrets);
  let present = state;
  for (const channel of noticeChannels) {
    const send = createSender(config, channel);
    if (!send) continue;
    for (const notice of state.waiting[channel]) {
      try {
        await send(notice);
      } catch (error) {
        if (!(error instanceof NoticeError)) throw error;
        print(
          redact(
            `The notice couldn’t be sent ${channelNames[channel]}: ${error.message}. It will be tried again at the next publish or check.`,
          ),
        );
        // Later ones wait too, so that they arrive in order.
        break;
      }
      const waiting = { ...present.waiting, [channel]: present.waiting[channel].slice(1) };
      present = { ...present, waiting };
      await save(present);
      print(`A notice was sent ${channelNames[channel]}.`);
    }
  }
  return present;
}

/** Sends a test through each channel, and prints what happens. Resolves to true if all could be sent. */
export async function sendTestNotices(
  config: Config,
  at: string,
  print: (line: string) => void,
): Promise<boolean> {
  const redact = createRedactor(config.secrets);
  let isSent = true;
  for (const channel of findChannels(config.notices)) {
    try {
      await createSender(config, channel)?.({ kind: 'test', began: at, at });
      print(`A test was sent ${channelNames[channel]}.`);
    } catch (error) {
      if (!(error instanceof NoticeError)) throw error;
      isSent = false;
      print(redact(`The test couldn’t be sent ${channelNames[channel]}: ${error.message}.`));
    }
  }
  return isSent;
}
