/** A message of exactly 600 bytes with the fields of a capture and a long text, as pairs. */
export const message: readonly (readonly [string, string])[] = filled(600);

/** The keys of the bench: of the usual lengths, nobody's secrets. */
export const cipherKey = 'bench-key-000001';
export const macKey = 'bench-mac-key-0123456789abcdef01';

/** What the MAC of the message covers. */
export const macText = 'f'.repeat(32).concat('*T-10417*desk_bench*4990*CHF');

function filled(bytes: number): readonly (readonly [string, string])[] {
  const fields = [
    ['MerchantID', 'desk_bench'],
    ['PayID', 'f'.repeat(32)],
    ['TransID', 'T-10417'],
    ['Amount', '4990'],
    ['Currency', 'CHF'],
    ['RefNr', 'A-10417'],
    ['ReqId', '0123456789abcdef0123456789abcdef'],
  ] as const;
  const head = fields.map(([name, value]) => `${name}=${value}`).join('&').length;
  return [...fields, ['OrderDesc', 'x'.repeat(bytes - head - '&OrderDesc='.length)]];
}
