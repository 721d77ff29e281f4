import type { Request, Response } from 'express';
import type { z } from 'zod';

/** The body in the wanted shape; otherwise answers 400 with the field that is wrong, and null. */
export function parseBody<T>(schema: z.ZodType<T>, req: Request, res: Response): T | null {
  const parsed = schema.safeParse(req.body ?? {});
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({
    field: path.join('.') || 'body',
    problem: message,
  }));
  const error = fields.map(({ field, problem }) => `${field}: ${problem}`).join('; ');
  res.status(400).json({ error, field: fields[0]?.field ?? 'body', fields });
  return null;
}

/** One field is wrong in a way that only the ledger can tell. */
export function refuseField(
  res: Response,
  status: 400 | 404,
  field: string,
  problem: string,
): void {
  const fields = [{ field, problem }];
  res.status(status).json({ error: `${field}: ${problem}`, field, fields });
}
