/** A field of Contentful's form: the form kit around the field's value. */
import { useEffect, useMemo } from 'react';
import type { FieldSdk } from '@contentful/app-sdk';
import { locales } from '@/i18n/locales';
import type { EntryField } from '@scripts/forms/describe/description';
import { PlainControl } from '@scripts/forms/ui/controls/group-input';
import { isGroupInput } from '@scripts/forms/ui/controls/input-control';
import { Field } from '@scripts/forms/ui/field';
import { FormProvider, useFindings, useForm, type FormState } from '@scripts/forms/ui/form-context';
import { idOf, valueAt, withValue } from '@scripts/forms/values/values';
import { useFieldFindings } from '../findings-channel';
import { useWords } from '../language';
import { SaveState } from './save-state';
import { useFieldValue } from './use-field-value';

function DrawnField({ field }: { readonly field: EntryField }) {
  const { t } = useForm();
  const { name, label, help, isRequired, control } = field;
  const path = [name];
  const findings = useFindings(path, control);
  switch (control.kind) {
    case 'markdown':
    case 'picture':
    case 'reference':
    case 'references':
      // Contentful has its own controls for them.
      return null;
    default:
      return (
        <Field
          {...{ id: idOf(path), label, help, isRequired, findings }}
          // Contentful shows names and helps itself, in one language only.
          isNamedOutside={t.locale === locales[0]}
          isGroup={isGroupInput(control)}
          className={`kind-${control.kind}`}
        >
          {(ids) => (
            <PlainControl
              {...{ ...ids, path, control, label, isRequired }}
              fallback={field.default}
              lang={undefined}
            />
          )}
        </Field>
      );
  }
}

export function FieldApp({ sdk }: { readonly sdk: FieldSdk }) {
  const { t, model } = useWords();
  const { value, isDisabled, refusal, isSlow, change, discard } = useFieldValue(sdk);
  const findings = useFieldFindings(sdk);
  const { id } = sdk.contentType.sys;
  const { fields } = model.types[id as keyof typeof model.types] ?? { fields: [] };
  const field = fields.find(({ name }) => name === sdk.field.id);
  const isFaulty = findings.some(({ isFault }) => isFault);
  useEffect(() => {
    void sdk.field.setInvalid(isFaulty);
  }, [sdk, isFaulty]);
  const form = useMemo((): FormState => {
    const values = { [sdk.field.id]: value };
    return {
      t,
      forms: model,
      fields: values,
      findings,
      outdated: {},
      change: (path, next) => change(valueAt(withValue(values, path, next), [sdk.field.id])),
    };
  }, [sdk, t, model, value, findings]);
  if (!field)
    return (
      <p>{t('This version of the app doesn’t know this field. Run npm run cms -- app --upload again.')}</p>
    );
  return (
    <main aria-label={field.label}>
      <FormProvider value={form}>
        <fieldset disabled={isDisabled}>
          <DrawnField field={field} />
        </fieldset>
      </FormProvider>
      <SaveState refusal={refusal} isSlow={isSlow} onRetry={() => change(value)} onDiscard={discard} />
    </main>
  );
}
