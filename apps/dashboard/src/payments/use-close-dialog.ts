import { useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import './dialog-routes.ts';

/** Leaves a dialog: back to the page that opened it, else to its payment. */
export function useCloseDialog(paymentId: string): () => void {
  const router = useRouter();
  const navigate = useNavigate();
  const canReturn = useLocation({ select: ({ state }) => state.canReturn === true });

  return () => {
    if (canReturn) router.history.back();
    else void navigate({ to: '/payments/$paymentId', params: { paymentId }, replace: true });
  };
}
