/** Bytes; the server refuses more, and the person need not wait for that. */
const LARGEST_FILE = 10 * 1024 * 1024;

const TIMEOUT_MS = 120_000;

/** A file that did not get through: the server's word for why, or `network`. */
export class UploadRefused extends Error {
  readonly problem: string;

  constructor(problem: string) {
    super(`upload refused: ${problem}`);
    this.name = 'UploadRefused';
    this.problem = problem;
  }
}

/**
 * Hands in a file to be looked at; nothing is made of it yet.
 * @throws UploadRefused.
 */
export async function uploadFile(merchantId: number, name: string, body: Blob): Promise<string> {
  if (body.size > LARGEST_FILE) throw new UploadRefused('file-too-large');
  if (body.size === 0) throw new UploadRefused('empty');
  const query = new URLSearchParams({ merchantId: String(merchantId), name });
  try {
    const response = await fetch(`/uploads?${query}`, {
      method: 'POST',
      headers: { 'x-paygate-desk': '1', 'content-type': 'application/octet-stream' },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const told = (await response.json()) as { uploadId?: string; error?: { message?: string } };
    if (typeof told.uploadId === 'string') return told.uploadId;
    throw new UploadRefused(told.error?.message ?? 'network');
  } catch (error) {
    throw error instanceof UploadRefused ? error : new UploadRefused('network');
  }
}
