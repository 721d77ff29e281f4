import { parseCode } from 'paygate-core/response-code';

/** Details 1951 and 1955, and module 018: the order or authorization expired (paygate.md 5.2, 5.3). */
export function isExpiryRefusal(code: string): boolean {
  const { module, detail } = parseCode(code);
  return module === '018' || detail === '1951' || detail === '1955';
}
