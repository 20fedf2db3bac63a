/** The fields of each form for the editors, as data. A proposal and a registration use the model's fields, by name. */
import type { MessageForm } from '@/i18n/routes';
import type { FieldRule } from '../form/field-rules';

/** The source of a field's choices. */
export type ChoiceSource =
  | 'yes-no'
  | 'kind'
  | 'task'
  | 'cause'
  | 'level'
  | 'language'
  | 'hours'
  | 'weeks'
  | 'days'
  | 'length'
  | 'reason';

export interface MessageField extends Omit<FieldRule, 'choices'> {
  /** The key of its strings, where that isn't its name: `message.<words>`, or a key of an application's. */
  readonly words?: string;
  readonly of?: ChoiceSource;
  readonly autocomplete?: string;
  readonly type?: 'date' | 'url';
}

/** The headings are `message.section.<id>`. */
export interface MessageSection {
  readonly id: 'you' | 'eligible' | 'organization' | 'task' | 'frame' | 'matter' | 'can' | 'end';
  readonly fields: readonly MessageField[];
}

const line = (name: string, max: number, more: Partial<MessageField> = {}): MessageField => {
  return { name, kind: 'line', required: true, max, autocomplete: 'off', ...more };
};
const text = (name: string, max: number, more: Partial<MessageField> = {}): MessageField => {
  return { name, kind: 'text', required: true, max, ...more };
};
const choice = (name: string, of: ChoiceSource, more: Partial<MessageField> = {}): MessageField => {
  return { name, kind: 'choice', required: true, max: 40, of, ...more };
};
const optional = { required: false } as const;

const name = line('name', 120, { words: 'apply.name', autocomplete: 'name' });
// RFC 5321 leaves 254 characters for an address
const email = {
  ...line('email', 254, { words: 'apply.email', autocomplete: 'email' }),
  kind: 'email',
} as const;
const optionalEmail = { ...email, ...optional, words: 'optional_email' };
const you: MessageSection = { id: 'you', fields: [name, email] };
const page = line('about_page', 500, { type: 'url' });
const agree: MessageField = { name: 'consent', kind: 'agree', required: true, max: 10, words: 'agree' };
const other = text('other', 3000, optional);
const end: MessageSection = { id: 'end', fields: [agree] };

/** The sections of each form. Limits are the model's. */
export const messageSections: Readonly<Record<MessageForm, readonly MessageSection[]>> = {
  register: [
    {
      id: 'eligible',
      fields: ['eligible_kind', 'eligible_registered', 'eligible_benefit', 'eligible_answers'].map(
        (question) => choice(question, 'yes-no'),
      ),
    },
    {
      id: 'organization',
      fields: [
        line('organization_name', 120, { autocomplete: 'organization' }),
        line('acronym', 20, optional),
        choice('kind', 'kind'),
        { name: 'registered_in', kind: 'country', required: true, max: 2, autocomplete: 'country-name' },
        line('registrationNumber', 60, optional),
        line('website', 300, { ...optional, type: 'url', autocomplete: 'url' }),
        line('countries', 300),
        choice('causes', 'cause'),
        choice('languages', 'language'),
        line('summary', 160),
        text('mission', 4000, { min: 40 }),
        choice('replyDays', 'days'),
      ],
    },
    { id: 'you', fields: [name, email, other] },
    end,
  ],
  propose: [
    { id: 'you', fields: [line('organization', 120, { autocomplete: 'organization' }), name, email] },
    {
      id: 'task',
      fields: [
        line('title', 120),
        line('summary', 160),
        text('task', 6000, { min: 40 }),
        text('deliverable', 3000),
        text('impact', 3000),
        text('requirements', 3000),
      ],
    },
    {
      id: 'frame',
      fields: [
        choice('taskTypes', 'task'),
        choice('causes', 'cause', { ...optional, words: 'cause' }),
        choice('work_language', 'language'),
        choice('work_level', 'level'),
        choice('hours.min', 'hours'),
        choice('hours.max', 'hours'),
        choice('length.kind', 'length'),
        choice('length.weeks', 'weeks', optional),
        line('closes.date', 10, { ...optional, type: 'date' }),
        choice('replyDays', 'days'),
      ],
    },
    { id: 'end', fields: [other, agree] },
  ],
  write: [you, { id: 'matter', fields: [text('message', 6000, { min: 10 })] }, end],
  report: [
    {
      id: 'matter',
      fields: [page, choice('reason', 'reason'), text('what', 6000, { min: 10 }), optionalEmail],
    },
    end,
  ],
  correct: [
    {
      id: 'matter',
      fields: [page, text('wrong', 2000, optional), text('right', 4000, { min: 3 }), optionalEmail],
    },
    end,
  ],
  join: [
    you,
    {
      id: 'can',
      fields: [
        choice('task_type', 'task', { words: 'taskType' }),
        choice('task_type_2', 'task', { ...optional, words: 'taskType2' }),
        choice('language_1', 'language', { words: 'language1' }),
        choice('level_1', 'level', { words: 'level1' }),
        line('other_languages', 300, { ...optional, words: 'apply.otherLanguages' }),
        line('availability', 300, { words: 'apply.availability' }),
        other,
      ],
    },
    end,
  ],
};
