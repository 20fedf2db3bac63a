/** Where notices of failed publishing are sent: to a webhook, by e-mail, or both. */
import type { ConfigProblem } from '../read-values';
import type { SecretValue } from '../secret-value';
import type { VariableValues } from '../variables';
import { defaultStalledHours, type MailServer } from './notice-values';

export interface EmailNoticeSettings {
  readonly server: MailServer;
  readonly user: string | undefined;
  readonly password: SecretValue | undefined;
  readonly to: readonly string[];
  readonly from: string;
}

export interface NoticeSettings {
  /** The address to which notices are posted. It is a secret, since anyone who knows it can write there. */
  readonly webhook: SecretValue | undefined;
  readonly email: EmailNoticeSettings | undefined;
  /** Without a publish in this time (ms), a notice is sent. */
  readonly stalledAfterMs: number;
  /** The address of the log or the report; undefined for the report on this machine. */
  readonly link: string | undefined;
}

const hourMs = 3_600_000;

export function buildNoticeSettings(values: VariableValues): NoticeSettings {
  const { NOTICE_SMTP_URL: server, NOTICE_EMAIL_TO: to = [], NOTICE_EMAIL_FROM: from = to[0] } = values;
  return {
    webhook: values.NOTICE_WEBHOOK_URL,
    email:
      server && from !== undefined
        ? { server, user: values.NOTICE_SMTP_USER, password: values.NOTICE_SMTP_PASSWORD, to, from }
        : undefined,
    stalledAfterMs: (values.NOTICE_AFTER_HOURS ?? defaultStalledHours) * hourMs,
    link: values.NOTICE_LINK,
  };
}

/** Returns a problem for each variable that is set without the one that belongs to it. */
export function checkNoticeVariables(values: VariableValues): ConfigProblem[] {
  const { NOTICE_SMTP_URL: server, NOTICE_EMAIL_TO: to } = values;
  const { NOTICE_SMTP_USER: user, NOTICE_SMTP_PASSWORD: password } = values;
  const problems: ConfigProblem[] = [];
  if (server && !to)
    problems.push({
      variable: 'NOTICE_EMAIL_TO',
      message: 'NOTICE_SMTP_URL is set, but NOTICE_EMAIL_TO isn’t, so no one would get the notices.',
      hint: 'Set NOTICE_EMAIL_TO to one or more e-mail addresses, separated by commas.',
    });
  if (to && !server)
    problems.push({
      variable: 'NOTICE_SMTP_URL',
      message: 'NOTICE_EMAIL_TO is set, but NOTICE_SMTP_URL isn’t, so no server would send the notices.',
      hint: 'Set NOTICE_SMTP_URL to your mail server, such as smtps://mail.example.org.',
    });
  if ((user === undefined) !== (password === undefined))
    problems.push({
      variable: user === undefined ? 'NOTICE_SMTP_USER' : 'NOTICE_SMTP_PASSWORD',
      message: `NOTICE_SMTP_${user === undefined ? 'PASSWORD is set, but NOTICE_SMTP_USER' : 'USER is set, but NOTICE_SMTP_PASSWORD'} isn’t.`,
      hint: 'Set both, or none if the mail server asks for neither.',
    });
  return problems;
}
