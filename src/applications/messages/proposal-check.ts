/** The questions that an editor would ask about a proposal: guesses by the rules of the model, never an error. Pure. */
import { toLocale } from '@/i18n/locales';
import { asksForMoney, namesPost, startsWithVerb, supervisesStaff } from '@/model/checks/wording';

/** Strings: keys `message.check.<code>`, some with a gap for `{words}`. */
type ProposalCode = 'verb' | 'post' | 'money' | 'staff' | 'deliverable' | 'hours' | 'weeks';

interface ProposalFinding {
  readonly code: ProposalCode;
  /** The words in question. */
  readonly words?: string | undefined;
}

/** The minimum length of the deliverable for it to describe something concrete. */
const minDeliverableLength = 20;

/** Checks the answers, named like the model's fields. Unanswered fields are skipped. */
export function checkProposal(
  answers: Readonly<Record<string, string>>,
  language: string,
): readonly ProposalFinding[] {
  const locale = toLocale(language) ?? 'en';
  const { title = '', task = '', deliverable = '', requirements = '' } = answers;
  const text = [title, task, deliverable, requirements].join('\n');
  const [least, most] = [Number(answers['hours.min']), Number(answers['hours.max'])];
  const findings: ProposalFinding[] = [];
  const addFound = (code: ProposalCode, words: string | undefined) => {
    if (words !== undefined) findings.push({ code, words });
  };
  if (title.trim() !== '' && !startsWithVerb(title, locale)) findings.push({ code: 'verb' });
  addFound('post', namesPost(title, locale));
  addFound('money', asksForMoney(text, locale));
  addFound('staff', supervisesStaff(text, locale));
  if (deliverable.trim() !== '' && deliverable.trim().length < minDeliverableLength)
    findings.push({ code: 'deliverable' });
  if (least > most && most > 0) findings.push({ code: 'hours' });
  if (answers['length.kind'] === 'weeks' && !answers['length.weeks']) findings.push({ code: 'weeks' });
  return findings;
}
