import { code } from './codes.ts';

/** Parameters of all six endpoints with their A4 detail number, length and pattern. */
const formats = {
  MerchantID: { detail: '0003', max: 30, pattern: /^[\x20-\x7e]+$/ },
  PayID: { detail: '0001', max: 32, pattern: /^[0-9A-Za-z]{32}$/ },
  TransID: { detail: '0002', max: 64, pattern: /^[\x20-\x29\x2b-\x7e\xa0-\xff]+$/ },
  ReqId: { detail: '0004', max: 32, pattern: /^[\x20-\x7e]+$/ },
  Amount: { detail: '0005', max: 10, pattern: /^(?=0*[1-9])[0-9]+$/ },
  Currency: { detail: '0006', max: 3, pattern: /^[A-Z]{3}$/ },
  Capture: { detail: '0009', max: 6, pattern: /^(AUTO|MANUAL|[1-9][0-9]?|1[0-5][0-9]|16[0-8])$/ },
  Response: { detail: '0010', max: 7, pattern: /^encrypt$/i },
  OrderDesc: { detail: '0011', max: 768, pattern: /^[\x20-\x7e\xa0-\xff]+$/ },
  Plain: { detail: '0014', max: 50, pattern: /^[\x20-\x7e\xa0-\xff]+$/ },
  URLSuccess: { detail: '0020', max: 256, pattern: /^/ },
  URLFailure: { detail: '0021', max: 256, pattern: /^/ },
  URLNotify: { detail: '0022', max: 256, pattern: /^/ },
  // The comma is documented as allowed and therefore accepted here.
  RefNr: { detail: '0032', max: 40, pattern: /^[A-Za-z0-9,_-]+$/ },
  MAC: { detail: '0044', max: 64, pattern: /^[0-9A-Fa-f]{64} *$/ },
  UserData: { detail: '1283', max: 1024, pattern: /^[\x20-\x7e\xa0-\xff]+$/ },
  // The list of details knows neither of these two.
  Custom: { detail: '0000', max: 1024, pattern: /^[\x20-\x7e\xa0-\xff]+$/ },
  CompleteType: { detail: '0000', max: 3, pattern: /^[A-Za-z0-9]+$/ },
} as const;

export type FieldName = keyof typeof formats;
export type Field = { readonly name: FieldName; readonly mandatory: boolean };

/** Fields of a request; a `?` at the end marks an optional one. */
export function fields(...names: readonly (FieldName | `${FieldName}?`)[]): Field[] {
  return names.map((name) =>
    name.endsWith('?')
      ? { name: name.slice(0, -1) as FieldName, mandatory: false }
      : { name: name as FieldName, mandatory: true },
  );
}

type Get = (name: string) => string | null;

/** The detail number of the first mandatory field that is absent or empty, or null. */
export function missingField(expected: readonly Field[], get: Get): string | null {
  const missing = expected.find(({ name, mandatory }) => mandatory && get(name) === null);
  return missing === undefined ? null : formats[missing.name].detail;
}

/** The code for the first field that breaks its format, or null. */
export function checkFormats(expected: readonly Field[], get: Get): string | null {
  for (const { name } of expected) {
    const value = get(name);
    if (value === null) continue;
    const { detail, max, pattern } = formats[name];
    if (value.trimEnd().length > max) return code.tooLong(detail);
    if (!pattern.test(value)) return code.wrongFormat(detail);
    if (name.startsWith('URL') && !isCallableUrl(value)) return code.wrongFormat(detail);
  }
  return null;
}

/** Port 443 and no parameters, as documented; plain http only towards this machine. */
function isCallableUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, port, hostname, search, username } = new URL(value);
  if (search !== '' || value.includes('?') || username !== '') return false;
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' && port === '') || (protocol === 'http:' && local);
}
