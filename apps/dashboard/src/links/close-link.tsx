import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';

/** Back from the counter or the sheet of a payment link to the link itself. */
export function CloseLink({ linkId }: { readonly linkId: string }) {
  const words = useTranslations('links');
  return (
    <Link to="/links/$linkId" params={{ linkId }} className={buttonClass('plain', 'large')}>
      {words('close')}
    </Link>
  );
}
