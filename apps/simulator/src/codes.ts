/**
 * Response codes by the gateway's grammar: one digit of status, three of module, four of detail.
 * Modules 010 to 016 name the offending parameter in the detail; 060 is payment logic. TWINT's own
 * module is unknown and therefore a merchant setting.
 */
export const success = '00000000';

export const code = {
  missing: (detail: string) => `2010${detail}`,
  wrongFormat: (detail: string) => `2011${detail}`,
  invalidMac: '20120044',
  tooLong: (detail: string) => `2014${detail}`,
  notAllowed: (detail: string) => `2016${detail}`,
  undecryptable: '20010007',
  logic: (detail: LogicDetail) => `2060${detail}`,
  fromTwint: (module: string, detail: TwintDetail) => `2${module}${detail}`,
  pending: (module: string) => `6${module}0985`,
} as const;

const logicTexts = {
  '0061': 'Payment not found',
  '0063': 'Action not supported',
  '0069': 'Nothing captured',
  '0070': 'Amount below the minimum',
  '0072': 'Already captured',
  '0074': 'More than authorized',
  '0075': 'Nothing authorized',
  '0076': 'Capture is being processed',
  '0957': 'Refund above the remainder',
  '0958': 'Already fully refunded',
  '1802': 'Currency differs from the original',
  '1815': 'Nothing to reverse',
  '1953': 'Order closed',
} as const;

const twintTexts = {
  '0053': 'Cancelled by the customer',
  '0073': 'Cancelled by the customer',
  '0100': 'Declined',
  '0931': 'Timeout during customer entry',
  '0959': 'Refund period over',
  '0985': 'Pending',
  '1952': 'Maximum number of captures reached',
  '1955': 'Authorization expired',
} as const;

export type LogicDetail = keyof typeof logicTexts;
export type TwintDetail = keyof typeof twintTexts;

const texts: Readonly<Record<string, string>> = { ...logicTexts, ...twintTexts };
const modules: Readonly<Record<string, string>> = {
  '001': 'Data cannot be decrypted',
  '010': 'Parameter missing',
  '011': 'Wrong format',
  '012': 'Value invalid',
  '014': 'Too long',
  '016': 'Value not allowed',
};

/** The text beside a code. Merchants must not read it by machine, and it says no more than the code. */
export function describeCode(value: string): string {
  if (value === success) return 'success';
  return modules[value.slice(1, 4)] ?? texts[value.slice(4)] ?? 'Unspecified';
}
