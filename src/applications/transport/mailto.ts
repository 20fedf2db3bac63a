/**
 * An application as a message: for people who apply by e-mail, and for when the form fails. Pure, also used in the
 * browser.
 */

/** A question and its answer. */
interface AnswerLine {
  readonly label: string;
  readonly answer: string;
}

/** Formats a message: each label on a line, the answer under it. Empty answers leave room to write. */
export function formatMessage(lines: readonly AnswerLine[]): string {
  return lines.map(({ label, answer }) => `${label}\n${answer}\n`).join('\n');
}

/**
 * A `mailto:` address with subject and body filled in (RFC 6068: UTF-8, lines end in CRLF).
 * `('a@b.example', 'Hi', 'x\ny') -> 'mailto:a@b.example?subject=Hi&body=x%0D%0Ay'`.
 */
export function mailto(address: string, subject: string, body: string): string {
  const to = encode(address).replaceAll('%40', '@');
  return `mailto:${to}?subject=${encode(subject.replaceAll(/\s+/g, ' '))}&body=${encode(body.replaceAll(/\r?\n/g, '\r\n'))}`;
}

/** The longest address (characters) that mail programs and operating systems accept; Windows cuts at about 2,000. */
export const maxMailtoLength = 1800;

/**
 * A `mailto:` address within that limit: with the body where there is room for it, else with `shortBody`, which says
 * where the whole text is. A subject that leaves no room even for that is cut.
 */
export function mailtoWithinLimit(address: string, subject: string, body: string, shortBody: string): string {
  const whole = mailto(address, subject, body);
  if (whole.length <= maxMailtoLength) return whole;
  let characters = [...subject];
  let short = mailto(address, subject, shortBody);
  while (short.length > maxMailtoLength && characters.length > 0) {
    characters = characters.slice(0, Math.floor(characters.length * 0.9));
    short = mailto(address, `${characters.join('')}…`, shortBody);
  }
  return short;
}

/** Half a surrogate pair can't be encoded; it becomes the replacement character. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}
