import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** The text of the QR code in a screenshot, as a phone's camera reads it. */
export function readQr(png: Buffer): string {
  const { data, height, width } = PNG.sync.read(png);
  const code = jsQR.default(new Uint8ClampedArray(data), width, height);
  if (code === null) throw new Error('no QR code can be read from this picture');
  return code.data;
}
