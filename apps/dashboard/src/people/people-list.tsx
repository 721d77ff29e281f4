import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import styles from './people.module.css';
import { type Person, type Roles, refunds } from './person.ts';
import { SignInState } from './sign-in-state.tsx';

type PeopleListProps = { readonly people: readonly Person[]; readonly roles: Roles };

/** One place of a person a row; the name leads to role, link and removal. */
export function PeopleList({ people, roles }: PeopleListProps) {
  const words = useTranslations('people');
  const shell = useTranslations('shell');
  const isShared = new Set(people.map(({ merchantId }) => merchantId)).size > 1;
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('listLabel')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('person')}</th>
            <th scope="col">{words('role')}</th>
            <th scope="col">{words('signIn')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={`${person.merchantId} ${person.userId}`}>
              <th scope="row">
                <Link
                  to="/settings/people/$merchantId/$userId"
                  params={{ merchantId: String(person.merchantId), userId: person.userId }}
                >
                  <bdi>{person.name}</bdi>
                </Link>
                <bdi className={styles.detail}>{person.email}</bdi>
                {isShared ? <bdi className={styles.detail}>{person.merchantName}</bdi> : null}
              </th>
              <td>
                {shell(`role.${person.role}`)}
                {refunds(roles, person.role) ? <Limits person={person} /> : null}
              </td>
              <td>
                <SignInState person={person} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Limits({ person }: { readonly person: Person }) {
  const words = useTranslations('people');
  const format = useFormat();
  const { refundDailyLimit, refundLimit } = person;
  if (refundLimit === null && refundDailyLimit === null) {
    return <span className={styles.detail}>{words('noLimit')}</span>;
  }
  return (
    <>
      {refundLimit === null ? null : (
        <span className={styles.detail}>
          {words('perPayment', { amount: format.money(refundLimit) })}
        </span>
      )}
      {refundDailyLimit === null ? null : (
        <span className={styles.detail}>
          {words('perDay', { amount: format.money(refundDailyLimit) })}
        </span>
      )}
    </>
  );
}
