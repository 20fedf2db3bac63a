/** The questions of each form for the editors, as data. Those of a proposal and a registration are the model's. */
import type { MessageForm } from '@/i18n/routes';
import { choiceField, lineField, textField, type MessageField } from './message-field';
import { modelQuestions } from './model-questions';

/** The headings are `message.section.<id>`. */
interface MessageSection {
  readonly id: 'you' | 'eligible' | 'organization' | 'task' | 'frame' | 'matter' | 'can' | 'end';
  readonly fields: readonly MessageField[];
}

const optional = { required: false } as const;

const name = lineField('name', 120, { words: 'apply.name', autocomplete: 'name' });
// RFC 5321 leaves 254 characters for an address
const email = {
  ...lineField('email', 254, { words: 'apply.email', autocomplete: 'email' }),
  kind: 'email',
} as const;
const optionalEmail = { ...email, ...optional, words: 'optional_email' };
const you: MessageSection = { id: 'you', fields: [name, email] };
const page = lineField('about_page', 500, { type: 'url' });
const agree: MessageField = { name: 'consent', kind: 'agree', required: true, max: 10, words: 'agree' };
const other = textField('other', 3000, optional);
const end: MessageSection = { id: 'end', fields: [agree] };

/** The part of a proposal: who proposes, the texts in the language of the form, or the other fields. */
function proposed(part: 'organization' | 'texts' | 'facts'): readonly MessageField[] {
  const questions = modelQuestions('opportunity').filter(({ path, isLocalized }) =>
    path === 'organization' ? part === 'organization' : part === (isLocalized ? 'texts' : 'facts'),
  );
  return questions.map(({ question }) => question);
}

/** The sections of each form. Limits are the model's. */
export const messageSections: Readonly<Record<MessageForm, readonly MessageSection[]>> = {
  register: [
    {
      id: 'eligible',
      fields: ['eligible_kind', 'eligible_registered', 'eligible_benefit', 'eligible_answers'].map(
        (question) => choiceField(question, 'yes-no'),
      ),
    },
    {
      id: 'organization',
      fields: modelQuestions('organization').map(({ question }) => question),
    },
    { id: 'you', fields: [name, email, other] },
    end,
  ],
  propose: [
    { id: 'you', fields: [...proposed('organization'), name, email] },
    { id: 'task', fields: proposed('texts') },
    { id: 'frame', fields: proposed('facts') },
    { id: 'end', fields: [other, agree] },
  ],
  write: [you, { id: 'matter', fields: [textField('message', 6000, { min: 10 })] }, end],
  report: [
    {
      id: 'matter',
      fields: [page, choiceField('reason', 'reason'), textField('what', 6000, { min: 10 }), optionalEmail],
    },
    end,
  ],
  correct: [
    {
      id: 'matter',
      fields: [page, textField('wrong', 2000, optional), textField('right', 4000, { min: 3 }), optionalEmail],
    },
    end,
  ],
  join: [
    you,
    {
      id: 'can',
      fields: [
        choiceField('task_type', 'task', { words: 'taskType' }),
        choiceField('task_type_2', 'task', { ...optional, words: 'taskType2' }),
        choiceField('language_1', 'language', { words: 'language1' }),
        choiceField('level_1', 'level', { words: 'level1' }),
        lineField('other_languages', 300, { ...optional, words: 'apply.otherLanguages' }),
        lineField('availability', 300, { words: 'apply.availability' }),
        other,
      ],
    },
    end,
  ],
};
