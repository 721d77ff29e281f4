import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { setSignedOut } from './signed-out.ts';
import { useTRPC } from './trpc.ts';

/** Ends the session and forgets everything that was loaded in it. */
export function useSignOut(): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { mutate } = useMutation(
    trpc.session.signOut.mutationOptions({
      onSuccess: async () => {
        queryClient.setQueryData(trpc.session.me.queryKey(), (me) => me && { ...me, person: null });
        await navigate({ to: '/sign-in', search: {} });
        queryClient.clear();
        setSignedOut(false);
      },
    }),
  );
  return () => mutate();
}
