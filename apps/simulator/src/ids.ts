import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** A PayID or XID: 32 characters, letters and digits (`an32`). */
export function newGatewayId(): string {
  return randomBytes(16).toString('hex');
}

/** TWINT's own order number, a UUID although the documents type it an..20. */
export function newTransactionId(): string {
  return randomUUID();
}

/** The secret part of a phone page's address: whoever has it may approve. */
export function newPhoneToken(): string {
  return randomBytes(24).toString('base64url');
}

/** The number a customer types when there is nothing to scan: 1000 to 99999. */
export function newNumericToken(): string {
  return String(randomInt(1000, 100_000));
}
