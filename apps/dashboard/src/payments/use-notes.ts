import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { useAnnounce } from '../ui/announce.tsx';

export type WriteNote = {
  readonly send: (text: string, onWritten: () => void) => void;
  readonly isPending: boolean;
  readonly error: unknown;
};

/** Adds notes to a payment. A note whose answer was lost is sent again under the same id: it stays one. */
export function useAddNote(paymentId: string): WriteNote {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const noteId = useRef(crypto.randomUUID());
  const add = useMutation(
    trpc.payments.addNote.mutationOptions({
      retry: false,
      networkMode: 'always',
      onSuccess: () => {
        noteId.current = crypto.randomUUID();
        return refresh('added');
      },
    }),
  );
  return {
    send: (text, onSuccess) =>
      add.mutate({ paymentId, noteId: noteId.current, text }, { onSuccess }),
    isPending: add.isPending,
    error: add.error,
  };
}

/** Changes one's own note. */
export function useEditNote(noteId: string): WriteNote {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const edit = useMutation(
    trpc.payments.editNote.mutationOptions({
      retry: false,
      networkMode: 'always',
      onSuccess: () => refresh('saved'),
    }),
  );
  return {
    send: (text, onSuccess) => edit.mutate({ noteId, text }, { onSuccess }),
    isPending: edit.isPending,
    error: edit.error,
  };
}

function useRefresh() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const words = useTranslations('payments.notes');
  return async (done: 'added' | 'saved') => {
    announce(words(done));
    await queryClient.invalidateQueries(trpc.payments.get.pathFilter());
  };
}
