import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import styles from './list-page.module.css';

type ListFootProps = {
  readonly list: {
    readonly isError: boolean;
    readonly isLoadingNext: boolean;
    readonly hasNext: boolean;
    readonly retry: () => void;
  };
  /** That more is being read, in the words of the list. */
  readonly loading: string;
};

/** How a list goes on below its last row: it failed, is being read, or ends here. */
export function ListFoot({ list, loading }: ListFootProps) {
  const words = useTranslations('payments.list');
  return (
    <p className={styles.foot}>
      {list.isError ? (
        <>
          {words('moreErrorText')}{' '}
          <Button size="small" onPress={list.retry}>
            {words('tryAgain')}
          </Button>
        </>
      ) : list.isLoadingNext ? (
        loading
      ) : list.hasNext ? null : (
        words('end')
      )}
    </p>
  );
}
