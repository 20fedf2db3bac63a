/** What an editor would ask of a proposal: guesses by the rules of the model. They only ever ask. Pure. */
import { toLocale } from '@/i18n/locales';
import { asksForMoney, namesPost, startsWithVerb, supervisesStaff } from '@/model/checks/wording';

/** Words: keys `message.check.<code>`, some with `{words}`. */
export type ProposalCode = 'verb' | 'post' | 'money' | 'staff' | 'deliverable' | 'hours' | 'weeks';

export interface ProposalFinding {
  readonly code: ProposalCode;
  /** The words that it is about. */
  readonly words?: string | undefined;
}

/** Fewest characters of what there is at the end for it to be something that one can see. */
const shortest = 20;

/** What is found in answers by the names of the model's fields. What isn't answered yet is asked nothing. */
export function checkProposal(
  answers: Readonly<Record<string, string>>,
  language: string,
): readonly ProposalFinding[] {
  const locale = toLocale(language) ?? 'en';
  const { title = '', task = '', deliverable = '', requirements = '' } = answers;
  const text = [title, task, deliverable, requirements].join('\n');
  const [least, most] = [Number(answers['hours.min']), Number(answers['hours.max'])];
  const findings: ProposalFinding[] = [];
  const named = (code: ProposalCode, words: string | undefined) => {
    if (words !== undefined) findings.push({ code, words });
  };
  if (title.trim() !== '' && !startsWithVerb(title, locale)) findings.push({ code: 'verb' });
  named('post', namesPost(title, locale));
  named('money', asksForMoney(text, locale));
  named('staff', supervisesStaff(text, locale));
  if (deliverable.trim() !== '' && deliverable.trim().length < shortest)
    findings.push({ code: 'deliverable' });
  if (least > most && most > 0) findings.push({ code: 'hours' });
  if (answers['length.kind'] === 'weeks' && !answers['length.weeks']) findings.push({ code: 'weeks' });
  return findings;
}
