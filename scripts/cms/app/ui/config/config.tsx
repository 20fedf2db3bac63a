/** The screen on which the app is installed: it tells which fields it will show, and assigns itself to them. */
import { useEffect, useState } from 'react';
import type { ConfigSdk } from '@contentful/app-sdk';
import type { FieldDescription, ModelDescription } from '../../description';
import { LanguageSwitch, useWords } from '../language';

/** The fields of a content type of the space that the app has a control for. */
interface Assignment {
  readonly type: string;
  readonly fields: readonly FieldDescription[];
}

function findAssignments({ types }: ModelDescription, space: ConfigSdk['space']): Assignment[] {
  const inSpace = new Map(
    space.getCachedContentTypes().map(({ sys, fields }) => [sys.id, new Set(fields.map(({ id }) => id))]),
  );
  return Object.entries(types).flatMap(([type, fields]) => {
    const present = inSpace.get(type);
    return present
      ? [{ type, fields: fields.filter(({ id, control }) => control !== undefined && present.has(id)) }]
      : [];
  });
}

export function Config({ sdk }: { readonly sdk: ConfigSdk }) {
  const { t, model } = useWords();
  const [isInstalled, setIsInstalled] = useState<boolean>();
  const assignments = findAssignments(model, sdk.space);
  useEffect(() => {
    sdk.app.onConfigure(() => ({
      parameters: {},
      targetState: {
        EditorInterface: Object.fromEntries(
          findAssignments(model, sdk.space).map(({ type, fields }) => [
            type,
            { controls: fields.map(({ id }) => ({ fieldId: id })), sidebar: { position: 1 } },
          ]),
        ),
      },
    }));
    sdk.app.onConfigurationCompleted((error) => {
      if (!error) setIsInstalled(true);
    });
  }, [sdk, model]);
  useEffect(() => {
    void sdk.app.isInstalled().then(setIsInstalled);
    void sdk.app.setReady();
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
      {assignments.length === 0 ? (
        <p className="problem">
          {t('This space doesn’t have the content model yet. Run npm run cms -- setup first.')}
        </p>
      ) : (
        <>
          <h2>{t('Fields that it shows')}</h2>
          <dl>
            {assignments.map(({ type, fields }) => (
              <div key={type}>
                <dt>{model.names[type as keyof typeof model.names]}</dt>
                <dd>{fields.map(({ label }) => label).join(', ') || '–'}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </main>
  );
}
