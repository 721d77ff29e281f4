import { generateSecret, generateURI, verifySync } from 'otplib';

const PERIOD_S = 30;

/** The purpose under which a person's TOTP seed is sealed. */
export function totpPurpose(userId: string): string {
  return `user:${userId}:totp`;
}

/** A new TOTP seed: 160 bits, Base32, as authenticator apps take it. */
export function makeTotpSeed(): string {
  return generateSecret();
}

/** What the QR code of an authenticator app says. */
export function totpUri(seed: string, email: string): string {
  return generateURI({ issuer: 'Paygate Desk', label: email, secret: seed });
}

/** The time step a code belongs to, or null when it is wrong. One step early or late is forgiven. */
export function totpStep(seed: string, code: string, wallMs: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const result = verifySync({
    secret: seed,
    token: code,
    epoch: Math.floor(wallMs / 1000),
    epochTolerance: PERIOD_S,
  });
  if (!result.valid) return null;
  return Math.floor(wallMs / 1000 / PERIOD_S) + result.delta;
}
