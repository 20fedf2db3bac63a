/** A text in one language, or in several side by side. */
import { isLocale, localeTable, type Locale } from '@/i18n/locales';
import type { EntryField } from '../describe/description';
import { idOf } from '../values/values';
import { FieldControl } from './controls/field-control';
import { isGroupInput } from './controls/input-control';
import { FindingList } from './field';
import { useFindings, useForm } from './form-context';
import { nameIn, nameLanguage } from './name-language';

interface LanguageTextProps {
  readonly field: EntryField;
  readonly locale: Locale;
}

/** Says that a translation is older than the original. */
function AgeNote({ field, locale }: LanguageTextProps) {
  const { t, fields, outdated } = useForm();
  const { originalLanguage } = fields;
  if (!outdated[locale]?.includes(field.name) || !isLocale(originalLanguage)) return null;
  return (
    <p className="is-remark">
      {t('{language} is older than {original}', {
        language: nameLanguage(t, locale),
        original: nameIn(t, originalLanguage),
      })}
    </p>
  );
}

function LanguageText({ field, locale }: LanguageTextProps) {
  const path = [locale, field.name];
  const findings = useFindings(path, field.control);
  const id = idOf(path);
  const { name } = localeTable[locale];
  const isGroup = isGroupInput(field.control);
  return (
    <div
      className="field"
      data-field={id}
      data-faulty={findings.some(({ isFault }) => isFault) || undefined}
      role={isGroup ? 'group' : undefined}
      aria-labelledby={isGroup ? `${id}-label` : undefined}
    >
      {isGroup ? (
        <span id={`${id}-label`} className="language" lang={locale}>
          {name}
        </span>
      ) : (
        <label htmlFor={id} className="language">
          <span className="hidden">{field.label} (</span>
          <span lang={locale}>{name}</span>
          <span className="hidden">)</span>
        </label>
      )}
      <AgeNote field={field} locale={locale} />
      <FieldControl
        id={id}
        describedBy={`${idOf([field.name])}-help ${id}-findings`}
        path={path}
        field={field}
        label={`${field.label} (${name})`}
        lang={locale}
      />
      <FindingList id={`${id}-findings`} findings={findings} />
    </div>
  );
}

interface LocalizedFieldProps {
  readonly field: EntryField;
  readonly languages: readonly Locale[];
}

export function LocalizedField({ field, languages }: LocalizedFieldProps) {
  const { t } = useForm();
  const { label, help, isRequired, name } = field;
  const id = idOf([name]);
  return (
    <div className="texts-row" role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-help`}>
      <span id={`${id}-label`} className="label">
        {isRequired ? label : t('{label} (optional)', { label })}
      </span>
      <p id={`${id}-help`} className="help">
        {help}
      </p>
      <div className="columns" data-languages={languages.length}>
        {languages.map((locale) => (
          <LanguageText key={locale} field={field} locale={locale} />
        ))}
      </div>
    </div>
  );
}
