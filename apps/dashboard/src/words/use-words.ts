import { type Messages, type NamespaceKeys, type NestedKeyOf, useTranslations } from 'use-intl';

/** The texts of one namespace of the catalog: `useWords('payments')('title')`. */
export function useWords<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  namespace: Namespace,
) {
  return useTranslations(namespace);
}
