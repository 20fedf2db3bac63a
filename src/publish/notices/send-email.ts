/** Sends a notice by e-mail. */
import { isLoopback } from '@/model/addresses/loopback';
import type { EmailNoticeSettings } from '@/config/notices/notice-settings';
import type { NoticeText } from './notice-text';
import { NoticeError, noticeTimeoutMs } from './send-webhook';

/** Advice by the code of an error of Nodemailer: https://nodemailer.com/errors */
const adviceByCode: Readonly<Record<string, string>> = {
  EAUTH: 'Check NOTICE_SMTP_USER and NOTICE_SMTP_PASSWORD',
  ETLS: 'The server offers no valid TLS. Check the host in NOTICE_SMTP_URL',
  EENVELOPE: 'Check NOTICE_EMAIL_TO and NOTICE_EMAIL_FROM',
  EDNS: 'Check the host in NOTICE_SMTP_URL',
  ECONNECTION: 'Check the host and the port in NOTICE_SMTP_URL',
  ETIMEDOUT: 'Check the host and the port in NOTICE_SMTP_URL',
  ESOCKET: 'Check the host and the port in NOTICE_SMTP_URL',
};

function describeMailError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // The first line only: answers of servers may be long.
  const message = error.message.split('\n')[0]?.slice(0, 200) ?? '';
  const advice = adviceByCode[code];
  return advice === undefined ? message : `${message}. ${advice}`;
}

export interface MailOptions {
  /** Certificates to trust instead of the system's, as PEM. */
  readonly ca?: string;
  readonly timeoutMs?: number;
}

/** Returns how to connect to the mail server. */
export const createMailTransportOptions = (
  { server, user, password }: Pick<EmailNoticeSettings, 'server' | 'user' | 'password'>,
  { ca, timeoutMs = noticeTimeoutMs }: MailOptions = {},
) => ({
  host: server.host,
  port: server.port,
  secure: server.isSecure,
  // A password never goes through an open connection, except to a server on this machine.
  requireTLS: !server.isSecure && !isLoopback(server.host),
  ...(user !== undefined && password && { auth: { user, pass: password.reveal() } }),
  connectionTimeout: timeoutMs,
  greetingTimeout: timeoutMs,
  socketTimeout: timeoutMs,
  dnsTimeout: timeoutMs,
  disableFileAccess: true,
  disableUrlAccess: true,
  ...(ca !== undefined && { tls: { ca } }),
});

/** Sends a notice to all recipients. Rejects with a `NoticeError` if the server accepts it for none of them. */
export async function sendEmail(
  settings: EmailNoticeSettings,
  { subject, text }: NoticeText,
  options: MailOptions = {},
): Promise<void> {
  // Loaded only here, since most runs send nothing.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(createMailTransportOptions(settings, options));
  const { from, to } = settings;
  try {
    await transport.sendMail({
      from,
      to: [...to],
      subject,
      text,
      // Keeps absence notes from answering: https://www.rfc-editor.org/rfc/rfc3834#section-5
      headers: { 'Auto-Submitted': 'auto-generated' },
      // A server that answers little by little never reaches the other timeouts.
      signal: AbortSignal.timeout(2 * (options.timeoutMs ?? noticeTimeoutMs)),
    });
  } catch (error) {
    throw new NoticeError(`the mail server didn’t accept it (${describeMailError(error)})`);
  } finally {
    transport.close();
  }
}
