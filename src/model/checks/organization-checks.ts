import type { Organization } from '../types/types';
import { blocks, warns, type Check } from './check';

/** The eligibility rules that a program can check (the programme's public criteria). */
export const organizationChecks: readonly Check<Organization>[] = [
  {
    code: 'registration',
    shown: true,
    run: ({ shared }) =>
      shared.registrationNumber === undefined && (shared.kind === 'civil' || shared.kind === 'academic')
        ? [
            blocks(
              'registrationNumber',
              'is missing, and civil society organizations and academic institutions need one',
              'Give the number that it has in the public register.',
            ),
          ]
        : [],
  },
  {
    // A person looks it up: it is shown as what an editor did.
    code: 'verified',
    run: ({ shared }) =>
      shared.verifiedOn === undefined
        ? [
            warns(
              'verifiedOn',
              'is missing: the registration isn’t marked as checked',
              'Look up the number in the register, then enter the day and where you looked.',
            ),
          ]
        : [],
  },
  {
    code: 'reply-rate',
    run: ({ shared }) =>
      shared.replyRate && shared.replyRate.answered > shared.replyRate.asked
        ? [
            blocks(
              'replyRate.answered',
              'is larger than the number of applicants asked',
              'Correct one of the two numbers.',
            ),
          ]
        : [],
  },
];
