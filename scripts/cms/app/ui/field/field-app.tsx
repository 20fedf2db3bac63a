/** A field of Contentful's form: the form kit around the field's value. */
import { useEffect } from 'react';
import type { FieldSdk } from '@contentful/app-sdk';
import { locales } from '@/i18n/locales';
import type { TypeFields } from '@scripts/forms/describe/description';
import { ControlField } from '@scripts/forms/ui/controls/group-input';
import { FormProvider, type FormState } from '@scripts/forms/ui/form-context';
import { withValue } from '@scripts/forms/values/values';
import { useFieldFindings } from '../findings-channel';
import { useWords } from '@scripts/forms/ui/words';
import { SaveState } from './save-state';
import { useFieldValue } from './use-field-value';

export function FieldApp({ sdk }: { readonly sdk: FieldSdk }) {
  const { t, forms } = useWords<TypeFields>();
  const { value, isDisabled, refusal, isSlow, change, discard } = useFieldValue(sdk);
  const findings = useFieldFindings(sdk);
  const { id } = sdk.contentType.sys;
  const { fields } = forms.types[id as keyof typeof forms.types] ?? { fields: [] };
  const field = fields.find(({ name }) => name === sdk.field.id);
  const isFaulty = findings.some(({ isFault }) => isFault);
  useEffect(() => {
    void sdk.field.setInvalid(isFaulty);
  }, [sdk, isFaulty]);
  const values = { [sdk.field.id]: value };
  const form: FormState = {
    t,
    forms,
    fields: values,
    findings,
    outdated: {},
    change: (path, next) => change(withValue(values, path, next)[sdk.field.id]),
  };
  if (!field)
    return (
      <p>{t('This version of the app doesn’t know this field. Run npm run cms -- app --upload again.')}</p>
    );
  return (
    <main aria-label={field.label}>
      <FormProvider value={form}>
        <fieldset disabled={isDisabled}>
          {/* Contentful shows names and helps itself, in one language only. */}
          <ControlField path={[field.name]} field={field} isNamedOutside={t.locale === locales[0]} />
        </fieldset>
      </FormProvider>
      <SaveState refusal={refusal} isSlow={isSlow} onRetry={() => change(value)} onDiscard={discard} />
    </main>
  );
}
