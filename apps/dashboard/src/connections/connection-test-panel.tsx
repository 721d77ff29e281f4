import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { useTRPC } from '../app/trpc.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import type { ConnectionTest } from './connection.ts';
import styles from './connections.module.css';

type Step = ConnectionTest['steps'][number];

const looks: Record<Step['state'], { readonly tone: Tone; readonly icon: IconName }> = {
  ok: { tone: 'success', icon: 'check-disc' },
  failed: { tone: 'danger', icon: 'octagon' },
  unknown: { tone: 'neutral', icon: 'dotted-ring' },
};

/** Asks the gateway one harmless question and says in words what its answer proves. */
export function ConnectionTestPanel({ connectionId }: { readonly connectionId: string }) {
  const words = useTranslations('connections');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const test = useMutation(trpc.connections.test.mutationOptions());
  return (
    <Section title={words('section.test')}>
      <p className={styles.hint}>{words('testText')}</p>
      <Button isPending={test.isPending} onPress={() => test.mutate({ id: connectionId })}>
        {test.isPending ? words('testing') : words('test')}
      </Button>
      {test.error === null ? null : (
        <Notice tone="danger" role="alert">
          {errorText(test.error)}
        </Notice>
      )}
      <div role="status">
        {test.data === undefined ? null : (
          <>
            <p className="visually-hidden">{words('testDone')}</p>
            <ul className={styles.steps}>
              {test.data.steps.map((step) => (
                <TestStep key={step.step} step={step} />
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}

function TestStep({ step }: { readonly step: Step }) {
  const words = useTranslations('connections');
  const needsHelp = step.state === 'failed' || step.step === 'callback';
  return (
    <li className={styles.testStep}>
      <div className={styles.stepHead}>
        <Badge {...looks[step.state]}>{words(`stepState.${step.state}`)}</Badge>
        <span className={styles.stepName}>{words(`step.${step.step}`)}</span>
        {step.ms === null ? null : (
          <span className={styles.ms}>{words('milliseconds', { ms: step.ms })}</span>
        )}
      </div>
      {step.state === 'ok' || !needsHelp ? null : (
        <p className={styles.hint}>{words(`stepHelp.${step.step}`)}</p>
      )}
      {step.code === null ? null : (
        <p className={styles.hint}>
          {words('said')} <code className="identifier">{step.code}</code>
        </p>
      )}
    </li>
  );
}
