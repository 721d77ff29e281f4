import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { uploadFile } from '../app/upload-file.ts';
import { useGoOn } from '../app/use-go-on.ts';
import type { ImportConnection, ImportPreview } from './import.ts';

export type ListFields = {
  readonly connection: ImportConnection;
  readonly text: string;
  readonly file: File | null;
  readonly authorizedFrom: string;
  readonly perSecond: number;
};

type Checked = {
  readonly fields: ListFields;
  readonly uploadId: string;
  readonly preview: ImportPreview;
  /** Made when the list was checked: pressing the button twice begins one import. */
  readonly key: string;
};

/**
 * Checks a list, then begins to ask about it. A change of the list asks for a new check, and forgets the
 * answer of one that is still under way.
 */
export function useNewImport() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const goOn = useGoOn();
  const check = useMutation({
    mutationFn: async (fields: ListFields): Promise<Checked> => {
      const { file, text, connection, authorizedFrom } = fields;
      const body = file ?? new Blob([text]);
      const uploadId = await uploadFile(connection.merchantId, file?.name ?? '', body);
      const preview = await client.imports.preview.query({
        connection: connection.slug,
        uploadId,
        authorizedFrom: authorizedFrom === '' ? null : authorizedFrom,
      });
      return { fields, uploadId, preview, key: crypto.randomUUID() };
    },
  });
  const checked = check.data ?? null;
  const create = useMutation(
    trpc.imports.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await goOn({ to: '/imports/$importId', params: { importId: id } });
        await queryClient.invalidateQueries(trpc.imports.pathFilter());
      },
    }),
  );

  return {
    checked,
    check,
    create,
    forget: check.reset,
    start: (perSecond: number) => {
      if (checked === null) return;
      const { fields, key, uploadId } = checked;
      const { connection, authorizedFrom } = fields;
      create.mutate({
        connection: connection.slug,
        uploadId,
        key,
        perSecond,
        authorizedFrom: authorizedFrom === '' ? null : authorizedFrom,
      });
    },
  };
}
