/** A field of the form, with the control that the model asks for. */
import { useEffect, useId, useMemo } from 'react';
import type { FieldSdk } from '@contentful/app-sdk';
import { locales } from '@/i18n/locales';
import { isRecord } from '@/model/json';
import type { FieldControl, FieldDescription } from '../../description';
import { useWords, type Words } from '../language';
import { ChoiceInput } from './inputs/choice-input';
import { ChoicesInput } from './inputs/choices-input';
import type { ControlProps } from './inputs/control-props';
import { GroupInput } from './inputs/group-input';
import { findProblems, isFaulty } from './problems';
import { ProblemList } from './problem-list';
import { RowsInput } from './inputs/rows-input';
import { SaveState } from './save-state';
import { TextsInput } from './inputs/texts-input';
import { useFieldValue } from './use-field-value';

function findField({ model }: Words, type: string, id: string): FieldDescription | undefined {
  const fields = Object.hasOwn(model.types, type) ? model.types[type as keyof typeof model.types] : [];
  return fields.find((field) => field.id === id);
}

function renderControl({ control, ...props }: ControlProps<FieldControl>) {
  switch (control.kind) {
    case 'choice':
      return <ChoiceInput {...props} control={control} />;
    case 'choices':
      return <ChoicesInput {...props} control={control} />;
    case 'texts':
      return <TextsInput {...props} />;
    case 'rows':
      return <RowsInput {...props} control={control} />;
    case 'group':
      return (
        <GroupInput
          {...props}
          parts={control.parts}
          group={isRecord(props.value) ? props.value : {}}
          hasHelp
          isOptional={!props.isRequired}
        />
      );
  }
}

export function FieldApp({ sdk }: { readonly sdk: FieldSdk }) {
  const words = useWords();
  const describedBy = useId();
  const { value, isDisabled, refusal, isSlow, change, discard } = useFieldValue(sdk);
  const field = findField(words, sdk.contentType.sys.id, sdk.field.id);
  const control = field?.control;
  const isRequired = field?.isRequired ?? false;
  const faulty = useMemo(
    () => control !== undefined && isFaulty(words, control, isRequired, value),
    [words, control, isRequired, value],
  );
  useEffect(() => {
    void sdk.field.setInvalid(faulty);
  }, [sdk, faulty]);
  if (!field || !control)
    return (
      <p>
        {words.t('This version of the app doesn’t know this field. Run npm run cms -- app --upload again.')}
      </p>
    );
  return (
    <main className="field" aria-label={field.label}>
      {/* Contentful has names and helps in one language only. */}
      {words.locale !== locales[0] && (
        <>
          <p className="label">{field.label}</p>
          {field.help !== '' && <p className="hint">{field.help}</p>}
        </>
      )}
      {renderControl({
        control,
        label: field.label,
        value,
        isDisabled,
        isRequired,
        describedBy,
        onChange: change,
      })}
      <ProblemList id={describedBy} problems={findProblems(words, control, isRequired, value)} />
      <SaveState refusal={refusal} isSlow={isSlow} onRetry={() => change(value)} onDiscard={discard} />
    </main>
  );
}
