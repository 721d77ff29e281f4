/** When the money of a payment is taken: by the gateway at once, by a person, or by it after hours. */
export type CaptureTerms = {
  readonly capture: 'at-once' | 'by-hand' | 'after';
  readonly captureHours?: number | null | undefined;
};

/** The parameter Capture as the gateway reads it. */
export function captureValue({ capture, captureHours }: CaptureTerms): string {
  if (capture === 'at-once') return 'AUTO';
  return capture === 'by-hand' ? 'MANUAL' : String(captureHours);
}
