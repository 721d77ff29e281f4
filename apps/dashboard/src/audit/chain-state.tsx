import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';

/** Whether the log is as it was written, as far as its own chain can tell; computed when asked. */
export function ChainState() {
  const words = useTranslations('audit');
  const errorText = useErrorText();
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const choices = useQuery(trpc.audit.choices.queryOptions());
  const verify = useMutation(
    trpc.audit.verify.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.audit.pathFilter()),
    }),
  );
  const broken = verify.data?.reports.find(({ fault }) => fault !== null);
  const last = choices.data?.verified[0];
  const lastFault = choices.data?.verified.find(({ fault }) => fault !== null);
  const fault = broken?.fault?.seq ?? (verify.data === undefined ? lastFault?.fault : null) ?? null;
  return (
    <Notice
      tone={fault !== null ? 'danger' : last === undefined ? 'info' : 'success'}
      title={
        fault !== null
          ? words('broken', { seq: fault })
          : last === undefined
            ? words('notVerified')
            : words('verified', { lines: last.lines, time: format.shortInstant(last.at) })
      }
      actions={
        <Button isPending={verify.isPending} onPress={() => verify.mutate()}>
          {words(verify.isPending ? 'verifying' : 'verify')}
        </Button>
      }
    >
      <p>{words('chainText')}</p>
      <p role="status">
        {verify.error !== null
          ? errorText(verify.error)
          : verify.isSuccess
            ? words(fault === null ? 'verifyDone' : 'verifyBroken')
            : ''}
      </p>
    </Notice>
  );
}
