/** The screen on which the app is installed: it tells which fields it will show, and assigns itself to them. */
import { useEffect, useRef, useState } from 'react';
import type { ConfigSdk } from '@contentful/app-sdk';
import type { FieldsDescription, EntryField } from '@scripts/forms/describe/description';
import type { EditorText } from '@/i18n/editor';
import { LanguageSwitch, useWords } from '../language';
import { isUsableSetting, readAppSettings, settingNames, type AppSettings } from '../settings';

/** The fields of a content type of the space that the app has a control for. */
interface Assignment {
  readonly type: string;
  readonly label: string;
  readonly fields: readonly EntryField[];
}

function findAssignments({ types }: FieldsDescription, space: ConfigSdk['space']): Assignment[] {
  const inSpace = new Map(
    space.getCachedContentTypes().map(({ sys, fields }) => [sys.id, new Set(fields.map(({ id }) => id))]),
  );
  return Object.entries(types).flatMap(([type, { label, fields }]) => {
    const present = inSpace.get(type);
    return present ? [{ type, label, fields: fields.filter(({ name }) => present.has(name)) }] : [];
  });
}

export function ConfigScreen({ sdk }: { readonly sdk: ConfigSdk }) {
  const { t, model } = useWords();
  const [isInstalled, setIsInstalled] = useState<boolean>();
  const assignments = findAssignments(model, sdk.space);
  const [settings, setSettings] = useState<AppSettings>({});
  const latest = useRef(settings);
  const change = (next: AppSettings) => {
    latest.current = next;
    setSettings(next);
  };
  useEffect(() => {
    sdk.app.onConfigure(() => {
      if (settingNames.some((name) => isFaulty(latest.current, name))) return false;
      return {
        parameters: readAppSettings(latest.current),
        targetState: {
          EditorInterface: Object.fromEntries(
            findAssignments(model, sdk.space).map(({ type, fields }) => [
              type,
              { controls: fields.map(({ name }) => ({ fieldId: name })), sidebar: { position: 1 } },
            ]),
          ),
        },
      };
    });
    sdk.app.onConfigurationCompleted((error) => {
      if (!error) setIsInstalled(true);
    });
  }, [sdk, model]);
  useEffect(() => {
    const load = async () => {
      setIsInstalled(await sdk.app.isInstalled());
      change(readAppSettings(await sdk.app.getParameters()));
      await sdk.app.setReady();
    };
    void load();
  }, [sdk]);
  return (
    <main className="config">
      <LanguageSwitch />
      <h1>{t('Forms without codes')}</h1>
      <p>
        {t(
          'This app shows choices by their names and lists as rows, and checks each entry while it is written.',
        )}
      </p>
      <p role="status">
        {isInstalled === true && t('It is installed. Save to assign it to the fields again.')}
        {isInstalled === false && t('Install it with the button above.')}
      </p>
      <SettingsForm settings={settings} onChange={change} />
      {assignments.length === 0 ? (
        <p className="is-fault">
          {t('This space doesn’t have the content model yet. Run npm run cms -- setup first.')}
        </p>
      ) : (
        <>
          <h2>{t('Fields that it shows')}</h2>
          <dl>
            {assignments.map(({ type, label, fields }) => (
              <div key={type}>
                <dt>{label}</dt>
                <dd>{fields.map((field) => field.label).join(', ') || '–'}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </main>
  );
}

const settingLabels: Readonly<Record<keyof AppSettings, EditorText>> = {
  siteUrl: 'Address of the site',
  statusUrl: 'Address of the publisher’s status (optional)',
  statusToken: 'Key for that address (optional)',
};

function isFaulty(settings: AppSettings, name: keyof AppSettings): boolean {
  const text = settings[name]?.trim() ?? '';
  return text !== '' && !isUsableSetting(name, text);
}

interface SettingsFormProps {
  readonly settings: AppSettings;
  readonly onChange: (settings: AppSettings) => void;
}

function SettingsForm({ settings, onChange }: SettingsFormProps) {
  const { t } = useWords();
  return (
    <section aria-label={t('Publication')}>
      <h2>{t('Publication')}</h2>
      <p>
        {t(
          'With these addresses, editors see beside the form whether the site has what they published. Everyone who edits in this space can read the key.',
        )}
      </p>
      {settingNames.map((name) => (
        <div key={name} className="field">
          <label htmlFor={name}>{t(settingLabels[name])}</label>
          <input
            id={name}
            type={name === 'statusToken' ? 'text' : 'url'}
            autoComplete="off"
            aria-invalid={isFaulty(settings, name)}
            aria-describedby={`${name}-problem`}
            value={settings[name] ?? ''}
            onChange={({ target }) => onChange({ ...settings, [name]: target.value })}
          />
          <p id={`${name}-problem`} className="is-fault">
            {isFaulty(settings, name) && t('It must begin with http:// or https://.')}
          </p>
        </div>
      ))}
    </section>
  );
}
