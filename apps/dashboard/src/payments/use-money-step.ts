import { useQueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from 'paygate-bff';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '../app/trpc.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { type MoneyKind, type Operation, orderOf, type Payment } from './payment.ts';
import { type CallFailure, type MoneyResult, sendMoney } from './send-money.ts';
import { useLastResult } from './use-last-result.ts';
import { useMoneyWords } from './use-money-words.ts';

/** Sends the step under a key; rejects when no answer came in time. */
type Send = (key: string) => Promise<{ readonly operation: Operation }>;
type MoneyStepOptions = {
  readonly payment: Payment;
  readonly kind: MoneyKind;
  readonly onDone: () => void;
};
type Phase = 'editing' | 'sending' | 'asking' | 'reading';

/**
 * One money dialog's conversation with the server: one key, one step at a time, and a result for
 * every ending. The key is renewed only once the server has closed the step it stood for.
 */
export function useMoneyStep({ payment, kind, onDone }: MoneyStepOptions) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const words = useMoneyWords(kind, payment);
  const lastResult = useLastResult();
  const [phase, setPhase] = useState<Phase>('editing');
  const [result, setResult] = useState<MoneyResult | null>(null);
  const key = useRef<string>(crypto.randomUUID());
  const isBusy = useRef<boolean>(false);
  const isClosed = useRef<boolean>(false);

  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
    };
  }, []);

  const finish = (outcome: MoneyResult) => {
    setResult(outcome);
    if (outcome.type !== 'not-sent') key.current = crypto.randomUUID();
    void queryClient.invalidateQueries(trpc.payments.pathFilter());
    void queryClient.invalidateQueries(trpc.overview.pathFilter());
    announce(words.title(outcome));
    // A success closes the dialog; until it is gone, a late second press must not start another step.
    if (outcome.type !== 'succeeded') return void goOnEditing();
    const text = words.title(outcome);
    lastResult.show({ paymentId: payment.id, order: orderOf(payment), text });
    onDone();
  };

  /** Another try is judged by the payment as the last one left it, so it waits until that was read. */
  const goOnEditing = async () => {
    setPhase('reading');
    const read = trpc.payments.get.queryFilter({ paymentId: payment.id }, { type: 'active' });
    await queryClient.refetchQueries(read, { cancelRefetch: false });
    // What was read is on the screen a turn later.
    await pause(0);
    isBusy.current = false;
    setPhase('editing');
  };

  const submit = (send: Send) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setPhase('sending');
    setResult(null);
    const question = trpc.operations.get.queryOptions({ key: key.current });
    void sendMoney({
      isOnline: () => navigator.onLine,
      send: () => send(key.current),
      ask: () => queryClient.fetchQuery({ ...question, staleTime: 0, gcTime: 0, retry: false }),
      failureOf,
      wait: pause,
      isClosed: () => isClosed.current,
      onAsking: () => setPhase('asking'),
    }).then((outcome) => {
      if (outcome !== null) finish(outcome);
    });
  };

  return {
    result,
    /** On its way: the dialog stays until there is a result, or the answer is known to be lost. */
    isSending: phase === 'sending',
    /** The answer got lost; the server is being asked what became of the step. */
    isAsking: phase === 'asking',
    /** There is a result; the payment is being read again before the next try. */
    isReading: phase === 'reading',
    /** Ignored while an earlier press is on its way, so that two clicks send once. */
    submit,
  };
}

function failureOf(error: unknown): CallFailure {
  const data = error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data : null;
  return {
    status: data?.httpStatus ?? null,
    refusal: data?.refusal ?? null,
    details: data?.details ?? null,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
