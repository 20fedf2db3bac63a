/** Values that are removed if they are invalid: addresses and form ids. */
import { checkWebAddress, withoutUserInfo } from '@/model/addresses/address';
import { excerpt } from '@/model/characters';
import type { FieldMeta } from '@/model/fields/fields';
import { isFormId } from '@/model/fields/form-id';
import type { ProblemFinding } from '@/model/problems';

/** A normalized value, or undefined with the reason. */
export interface ReadValue {
  readonly value: string | undefined;
  readonly finding?: ProblemFinding;
}

const longest = 80;

const leftOut = (code: string, text: string, reason: string, instead: string, hint: string): ReadValue => ({
  value: undefined,
  finding: {
    code,
    severity: 'warns',
    message: `is “${excerpt(withoutUserInfo(text), longest)}”, which ${reason}; ${instead}`,
    hint,
  },
});

/** Reads the text of a field by its kind. */
export function readValue({ holds }: Pick<FieldMeta, 'holds'>, text: string): ReadValue {
  switch (holds) {
    case 'web-address': {
      if (text === '') return { value: text };
      const checked = checkWebAddress(text);
      if ('href' in checked) return { value: checked.href };
      const { reason, hint } = checked.fault;
      return leftOut('address-refused', text, reason, 'it’s left out', hint);
    }
    case 'form-id':
      if (text === '' || isFormId(text)) return { value: text };
      return leftOut(
        'form-id-invalid',
        text,
        'isn’t a form id',
        'the form of the organization or of the site is used instead',
        'Give only the last part of the form’s address: for https://formspree.io/f/abcdwxyz that is abcdwxyz.',
      );
    default:
      return { value: text };
  }
}
