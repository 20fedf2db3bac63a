/** The screen on which the app is installed: it tells which fields it will show, and assigns itself to them. */
import { useEffect, useRef, useState } from 'react';
import type { ConfigSdk } from '@contentful/app-sdk';
import type { FieldsDescription, TypeFields } from '@scripts/forms/describe/description';
import type { ContentTypeName } from '@/model/types/entry';
import type { EditorText } from '@/i18n/editor';
import { LanguageChoice, useWords } from '@scripts/forms/ui/words';
import { isUsableSetting, readAppSettings, settingNames, type AppSettings } from '../settings';

/** The fields of each content type of the space that the app has a control for, and its place beside the form. */
function listAssignments({ types }: FieldsDescription, space: ConfigSdk['space']) {
  return space.getCachedContentTypes().flatMap(({ sys, fields }) => {
    const own = Object.hasOwn(types, sys.id) ? types[sys.id as ContentTypeName].fields : undefined;
    const present = new Set(fields.map(({ id }) => id));
    const controls = own?.flatMap(({ name }) => (present.has(name) ? [{ fieldId: name }] : []));
    return controls ? [[sys.id, { controls, sidebar: { position: 1 } }] as const] : [];
  });
}

export function ConfigScreen({ sdk }: { readonly sdk: ConfigSdk }) {
  const { t, forms } = useWords<TypeFields>();
  const [isInstalled, setIsInstalled] = useState<boolean>();
  const [settings, setSettings] = useState<AppSettings>({});
  const latest = useRef(settings);
  latest.current = settings;
  useEffect(() => {
    sdk.app.onConfigure(() =>
      settingNames.some((name) => isFaulty(latest.current, name))
        ? false
        : {
            parameters: readAppSettings(latest.current),
            targetState: { EditorInterface: Object.fromEntries(listAssignments(forms, sdk.space)) },
          },
    );
  }, [sdk, forms]);
  useEffect(() => {
    sdk.app.onConfigurationCompleted((error) => {
      if (!error) setIsInstalled(true);
    });
    const load = async () => {
      setIsInstalled(await sdk.app.isInstalled());
      setSettings(readAppSettings(await sdk.app.getParameters()));
      await sdk.app.setReady();
    };
    void load();
  }, [sdk]);
  return (
    <main className="config">
      <LanguageChoice />
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
      <SettingsForm settings={settings} onChange={setSettings} />
      {listAssignments(forms, sdk.space).length === 0 && (
        <p className="is-fault">
          {t('This space doesn’t have the content model yet. Run npm run cms -- setup first.')}
        </p>
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
