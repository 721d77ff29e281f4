import { useTranslations } from 'use-intl';

/** Why a payment cannot stand in a file, in words. */
export function useObstacleText(): (reason: string) => string {
  const words = useTranslations('batches.obstacle');
  return (reason) =>
    words.has(reason as 'other')
      ? words(reason as 'other', { reason })
      : words('other', { reason });
}
