import { UploadRefused } from './upload-file.ts';

/** Bytes; the server refuses more, and the person need not wait for that. */
const LARGEST_FILE = 5_000_000;
const TIMEOUT_MS = 120_000;

/**
 * Hands in the answer to a batch file to be looked at; nothing is booked by it.
 * @throws UploadRefused.
 */
export async function bringAnswer(fileId: string, file: File): Promise<{ answerId: string }> {
  if (file.size > LARGEST_FILE) throw new UploadRefused('too-large');
  const query = new URLSearchParams({ file: fileId, name: file.name });
  try {
    const response = await fetch(`/batch-files/answers?${query}`, {
      method: 'POST',
      headers: { 'x-paygate-desk': '1', 'content-type': 'application/octet-stream' },
      body: file,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const told = (await response.json()) as { answerId?: string; error?: { message?: string } };
    if (typeof told.answerId === 'string') return { answerId: told.answerId };
    throw new UploadRefused(told.error?.message ?? 'network');
  } catch (error) {
    throw error instanceof UploadRefused ? error : new UploadRefused('network');
  }
}
