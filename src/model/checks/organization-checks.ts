import type { Organization } from '../types/organization';
import type { Check } from './check';

/** The eligibility rules that a program can check (the programme's public criteria). */
export const organizationChecks: readonly Check<Organization>[] = [
  {
    code: 'registration',
    shown: true,
    run: ({ shared }) =>
      shared.registrationNumber === undefined && (shared.kind === 'civil' || shared.kind === 'academic')
        ? [
            {
              code: 'registration',
              severity: 'blocks',
              field: 'registrationNumber',
              message: 'is missing, and civil society organizations and academic institutions need one',
              hint: 'Give the number that it has in the public register.',
            },
          ]
        : [],
  },
  {
    code: 'verified',
    // A person looks it up: it is shown as what an editor did.
    shown: false,
    run: ({ shared }) =>
      shared.verifiedOn === undefined
        ? [
            {
              code: 'verified',
              severity: 'warns',
              field: 'verifiedOn',
              message: 'is missing: the registration isn’t marked as checked',
              hint: 'Look up the number in the register, then enter the day and where you looked.',
            },
          ]
        : [],
  },
  {
    code: 'reply-rate',
    shown: false,
    run: ({ shared }) =>
      shared.replyRate && shared.replyRate.answered > shared.replyRate.asked
        ? [
            {
              code: 'reply-rate',
              severity: 'blocks',
              field: 'replyRate.answered',
              message: 'is larger than the number of applicants asked',
              hint: 'Correct one of the two numbers.',
            },
          ]
        : [],
  },
];
