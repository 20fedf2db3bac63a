/** The form of an entry: first what it can't do without, then everything else, folded by subject. */
import { useEffect, useRef } from 'react';
import type { EditorText } from '@/i18n/editor';
import { isLocale, localeTable, type Locale } from '@/i18n/locales';
import type { EditorTab } from '@/model/fields/fields';
import type { ContentTypeName } from '@/model/types/entry';
import type { EntryField } from '../describe/description';
import { idOf, isEmpty, valueAt } from '../values/values';
import { ControlField, PlainControl } from './controls/group-input';
import { MarkdownInput } from './controls/markdown-input';
import { PictureInput } from './controls/picture-input';
import { FindingList } from './field';
import { useForm } from './form-context';
import { nameIn, nameLanguage } from './name-language';

const tabNames = {
  what: 'More about what it is',
  who: 'More about who',
  when: 'More about when',
  apply: 'More about applying',
  editorial: 'For editors',
} as const satisfies Record<EditorTab, EditorText>;

interface AnyFieldProps {
  readonly field: EntryField;
  /** The languages whose texts are shown, side by side where there is room. */
  readonly languages: readonly Locale[];
}

/** The control of a field of an entry, by its kind. */
function drawControl({ control, ...props }: Parameters<typeof PlainControl>[0]) {
  if (control.kind === 'markdown') return <MarkdownInput {...props} input={control} />;
  if (control.kind === 'picture') return <PictureInput {...props} input={control} />;
  return <PlainControl {...props} control={control} />;
}

/** Says that a translation is older than the original. */
function AgeNote({ field, locale }: { readonly field: EntryField; readonly locale: Locale }) {
  const { t, fields, outdated } = useForm();
  const { originalLanguage } = fields;
  if (!outdated[locale]?.includes(field.name) || !isLocale(originalLanguage)) return null;
  return (
    <p className="note">
      {t('{language} is older than {original}', {
        language: nameLanguage(t, locale),
        original: nameIn(t, originalLanguage),
      })}
    </p>
  );
}

/** A text in one language, or in several side by side. */
function LocalizedField({ field, languages }: AnyFieldProps) {
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
      <div className="grid">
        {languages.map((locale) => (
          <ControlField
            key={locale}
            path={[locale, name]}
            field={field}
            hasHelp={false}
            language={{ locale, isAlone: languages.length === 1, helpId: `${id}-help` }}
            draw={(props) => (
              <>
                <AgeNote field={field} locale={locale} />
                {drawControl({ ...props, label: `${label} (${localeTable[locale].name})`, lang: locale })}
              </>
            )}
          />
        ))}
      </div>
    </div>
  );
}

const AnyField = ({ field, languages }: AnyFieldProps) =>
  field.isLocalized ? (
    <LocalizedField field={field} languages={languages} />
  ) : (
    <ControlField path={[field.name]} field={field} draw={drawControl} />
  );

/** Short texts, then facts, then long texts: what is chosen isn’t below pages of text. */
const isLongText = ({ control, isLocalized }: EntryField) => isLocalized && control.kind === 'markdown';

interface SectionProps extends Pick<AnyFieldProps, 'languages'> {
  readonly tab: EditorTab;
  readonly fields: readonly EntryField[];
}

/** The fields of a subject that are rarely needed, folded with a summary. A fault unfolds them. */
function FoldedSection({ tab, fields, languages }: SectionProps) {
  const { t, fields: values, findings } = useForm();
  const details = useRef<HTMLDetailsElement>(null);
  const names = new Set(fields.map(({ name }) => name));
  const isFilled = ({ name, isLocalized }: EntryField) =>
    isLocalized
      ? languages.some((locale) => !isEmpty(valueAt(values, [locale, name])))
      : !isEmpty(values[name]) && values[name] !== false;
  const filled = fields.filter(isFilled).map(({ label }) => label);
  const rest = fields.filter((field) => !isFilled(field)).map(({ label }) => label);
  const isFaulty = findings.some(({ place, isFault }) => {
    const [first = '', second = ''] = place.split('.');
    return isFault && names.has(isLocale(first) ? second : first);
  });
  useEffect(() => {
    if (isFaulty && details.current) details.current.open = true;
  }, [isFaulty]);
  return (
    <details ref={details} className="section">
      <summary>
        <h2>{t(tabNames[tab])}</h2>
        {filled.length > 0 && (
          <span className="filled"> {t('Filled in: {list}.', { list: filled.join(', ') })}</span>
        )}{' '}
        <span className="note">{rest.join(', ')}</span>
      </summary>
      {fields.map((field) => (
        <AnyField key={field.name} field={field} languages={languages} />
      ))}
    </details>
  );
}

interface EntryFormProps extends Pick<AnyFieldProps, 'languages'> {
  readonly type: ContentTypeName;
}

export function EntryForm({ type, languages }: EntryFormProps) {
  const { forms, findings } = useForm();
  const { fields } = forms.types[type];
  const essential = fields.filter(({ isEssential }) => isEssential);
  const ordered = [
    ...essential.filter((field) => field.isLocalized && !isLongText(field)),
    ...essential.filter(({ isLocalized }) => !isLocalized),
    ...essential.filter(isLongText),
  ];
  return (
    <div className="entry-form">
      <FindingList id="field-findings" findings={findings.filter(({ place }) => place === '')} />
      {ordered.map((field) => (
        <AnyField key={field.name} field={field} languages={languages} />
      ))}
      {(Object.keys(tabNames) as EditorTab[]).map((tab) => {
        const own = fields.filter((field) => !field.isEssential && field.tab === tab);
        return own.length > 0 && <FoldedSection key={tab} tab={tab} fields={own} languages={languages} />;
      })}
    </div>
  );
}

/** Brings the keyboard to the control in a field, and unfolds what that is in. */
function focusField(field: HTMLElement): void {
  const folded = field.closest('details');
  if (folded) folded.open = true;
  field.scrollIntoView({ block: 'center' });
  const control = field.querySelector<HTMLElement>(
    ':is(input, select, textarea, button, [contenteditable="true"]):not([role="toolbar"] *)',
  );
  control?.focus({ preventScroll: true });
}

/** Leads to the field at a place (`en.title`), or to what holds it. */
export function leadToField(place: string): void {
  const parts = place.split('.');
  for (let length = parts.length; length > 0; length--) {
    const id = idOf(parts.slice(0, length));
    const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`);
    if (field) return focusField(field);
  }
}

/** Leads to the first field with a fault. */
export function leadToFault(): void {
  const [first] = document.querySelectorAll<HTMLElement>('[data-faulty]');
  if (first) focusField(first);
}
