import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { uploadFile } from '../app/upload-file.ts';
import type { ImportPreview } from './import.ts';

export type ListFields = {
  readonly connection: string;
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

/** Checks a list, then begins to ask about it. A change of the list asks for a new check. */
export function useNewImport(merchantOf: (slug: string) => number | undefined) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [checked, setChecked] = useState<Checked | null>(null);

  const check = useMutation({
    mutationFn: async (fields: ListFields): Promise<Checked> => {
      const { file, text, connection, authorizedFrom } = fields;
      const body = file ?? new Blob([text]);
      const name = file?.name ?? '';
      const uploadId = await uploadFile(merchantOf(connection) ?? 0, name, body);
      const preview = await client.imports.preview.query({
        connection,
        uploadId,
        authorizedFrom: authorizedFrom === '' ? null : authorizedFrom,
      });
      return { fields, uploadId, preview, key: crypto.randomUUID() };
    },
    onSuccess: setChecked,
    onError: () => setChecked(null),
  });
  const create = useMutation(
    trpc.imports.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries(trpc.imports.pathFilter());
        await navigate({ to: '/imports/$importId', params: { importId: id } });
      },
    }),
  );

  return {
    checked,
    check,
    create,
    forget: () => setChecked(null),
    start: (perSecond: number) => {
      if (checked === null) return;
      const { fields, key, uploadId } = checked;
      const { connection, authorizedFrom } = fields;
      create.mutate({
        connection,
        uploadId,
        key,
        perSecond,
        authorizedFrom: authorizedFrom === '' ? null : authorizedFrom,
      });
    },
  };
}
