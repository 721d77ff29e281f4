import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import styles from './sign-in.module.css';
import type { Credentials } from './sign-in-form.tsx';

const demoPassword = 'desk-demo-2026';
const demoRoles = ['shipping', 'service', 'manager', 'admin', 'auditor'] as const;

type DemoAccountsProps = {
  readonly emails: readonly string[];
  readonly onChoose: (credentials: Credentials) => void;
};

/** The accounts of the demo, one press each; shown by demo servers only. */
export function DemoAccounts({ emails, onChoose }: DemoAccountsProps) {
  const words = useTranslations('session');
  const roleWords = useTranslations('shell.role');
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{words('demoTitle')}</h2>
      <p className={styles.demoText}>
        {words.rich('demoText', {
          password: () => <code className={styles.password}>{demoPassword}</code>,
        })}
      </p>
      <ul className={styles.accounts}>
        {emails.map((email) => {
          const role = demoRoles.find((name) => email.startsWith(`${name}@`));
          return (
            <li key={email} className={styles.account}>
              <span className={styles.accountText}>
                <bdi className={styles.accountName}>{email}</bdi>
                {role === undefined ? null : (
                  <span className={styles.accountRole}>{words(`demoRole.${role}`)}</span>
                )}
              </span>
              <Button
                size="small"
                label={words('demoUse', { role: role === undefined ? email : roleWords(role) })}
                onPress={() => onChoose({ email, password: demoPassword })}
              >
                {words('submit')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
