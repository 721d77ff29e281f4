import { isLoopbackHttp } from './urls.ts';
import { WireError } from './wire/wire-error.ts';

/**
 * The white labels of the gateway and where they listen; `custom` is any further https base.
 *
 * `twintDocumented`: whether a document of this brand describes TWINT and so names the files behind
 * the base. Of the others only the base is known, from their documents of other payment methods.
 */
export const brands = {
  computop: {
    name: 'Computop Paygate',
    baseUrl: 'https://www.computop-paygate.com/',
    twintDocumented: true,
  },
  payjet: {
    name: 'Pay-Jet Cockpit',
    baseUrl: 'https://www.payjet-cockpit.de/',
    twintDocumented: true,
  },
  '1cs': {
    name: '1cs Online Bezahlsystem',
    baseUrl: 'https://www.computop-paygate.com/',
    twintDocumented: true,
  },
  axepta: {
    name: 'Axepta BNP Paribas',
    baseUrl: 'https://paymentpage.axepta.bnpparibas/',
    twintDocumented: false,
  },
  vr: {
    name: 'VR-ePayment Gateway',
    baseUrl: 'https://vr-epayment-gateway.de/',
    twintDocumented: false,
  },
  custom: { name: 'Custom', baseUrl: null, twintDocumented: false },
} as const;

export type Brand = keyof typeof brands;

/**
 * One of the two documents prints capture.aspx for a reversal, which would charge the customer
 * instead; the other one, its own capture chapter and every public client say reverse.aspx.
 */
export const reversePath = 'reverse.aspx';

/** The file name behind the base, the same for every brand and nowhere editable. */
export const operationPaths = {
  twint: 'twint.aspx',
  capture: 'capture.aspx',
  reverse: reversePath,
  credit: 'credit.aspx',
  inquire: 'inquire.aspx',
  inquire24: 'inquire24.aspx',
  refNrChange: 'RefNrChange.aspx',
  paymentPage: 'paymentPage.aspx',
} as const;

export type Operation = keyof typeof operationPaths;

/**
 * The address of one operation under a base such as `https://www.computop-paygate.com/`.
 * @throws WireError unless the base is https (or, when allowed, http on this machine) without
 * credentials, query or fragment.
 */
export function endpointUrl(
  baseUrl: string,
  operation: Operation,
  { allowLoopbackHttp = false }: { readonly allowLoopbackHttp?: boolean } = {},
): string {
  const base = parseBase(baseUrl, allowLoopbackHttp);
  if (base === null)
    throw new WireError('base URL', 'https without credentials, query or fragment');
  if (!base.pathname.endsWith('/')) base.pathname += '/';

  return new URL(operationPaths[operation], base).href;
}

function parseBase(text: string, allowLoopbackHttp: boolean): URL | null {
  if (!URL.canParse(text) || /[?#\\\s]/.test(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  if (url.protocol === 'https:' || (allowLoopbackHttp && isLoopbackHttp(url))) return url;

  return null;
}
