import { z } from 'zod';

// How each kind of setting is written, and in words what is wrong where it is not.

export const whole = (name: string, least: number, most: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .default(fallback)
    .describe(name);

export const postgresUrl = z
  .string()
  .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), {
    error: 'must look like postgresql://user:password@host:5432/database',
  })
  .optional();

export const masterKey = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === 32, {
    error: 'must be 32 bytes in base64; make one with: openssl rand -base64 32',
  })
  .optional();

export const gatewayUrl = z
  .string()
  .refine(isGatewayBase, {
    error: 'must be an https address without query, or http on localhost or 127.0.0.1',
  })
  .transform((text) => text.replace(/\/+$/, ''))
  .optional();

export const smtpUrl = z
  .string()
  .refine((text) => /^smtps?:\/\//.test(text) && URL.canParse(text), {
    error: 'must look like smtps://user:password@mail.example:465 or smtp://mail.example:587',
  })
  .optional();

export const mailFrom = z
  .string()
  .regex(/^[^\r\n]*[^@\s<]+@[^@\s>]+>?$/, 'must look like Shop <payments@shop.example>')
  .optional();

export const schedule = z
  .string()
  .regex(/^\d{1,10}(,\d{1,10})*$/, 'must be milliseconds separated by commas, e.g. 30000,120000')
  .transform((text) => text.split(',').map(Number))
  .refine((steps) => steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0)), {
    error: 'must rise from step to step',
  })
  .default([30_000, 120_000, 300_000, 600_000, 2_100_000]);

/** Whether `text` may be called as a gateway: https anywhere, http on this machine alone, nothing after the path. */
export function isGatewayBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    return false;
  }
  const onLoopback = ['localhost', '127.0.0.1'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && onLoopback);
}
