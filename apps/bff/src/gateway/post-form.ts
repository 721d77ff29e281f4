import http from 'node:http';
import https from 'node:https';

/** What came back over the socket, or why nothing usable did. The body is Latin-1 text. */
export type PostResult =
  | {
      readonly ok: true;
      readonly httpStatus: number;
      readonly body: string;
      /** The header Date, as it came. */
      readonly date: string | undefined;
    }
  | { readonly ok: false; readonly why: 'timeout' | 'cut' | 'too-large' };

const BODY_LIMIT = 64 * 1024;

/**
 * Posts one form and reads the whole answer within `timeoutMs` of wall time. One attempt on a
 * connection of its own: a kept-alive socket that died makes HTTP clients send twice. A redirect
 * is an answer like any other and is never followed.
 */
export function postForm(url: URL, form: string, timeoutMs: number): Promise<PostResult> {
  const { request } = url.protocol === 'https:' ? https : http;

  return new Promise((resolve) => {
    const settle = (result: PostResult): void => {
      clearTimeout(deadline);
      outgoing.destroy();
      resolve(result);
    };
    const outgoing = request(url, {
      method: 'POST',
      agent: false,
      minVersion: 'TLSv1.2',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(form),
        connection: 'close',
      },
    });
    const deadline = setTimeout(() => settle({ ok: false, why: 'timeout' }), timeoutMs);
    outgoing.on('error', () => settle({ ok: false, why: 'cut' }));
    outgoing.on('response', (answer) => readBody(answer, settle));
    outgoing.end(form);
  });
}

function readBody(answer: http.IncomingMessage, settle: (result: PostResult) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  answer.on('data', (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size > BODY_LIMIT) settle({ ok: false, why: 'too-large' });
  });
  answer.on('error', () => settle({ ok: false, why: 'cut' }));
  answer.on('aborted', () => settle({ ok: false, why: 'cut' }));
  answer.on('end', () => {
    // A body shorter than announced ends too; only `complete` says that all of it arrived.
    if (!answer.complete) return settle({ ok: false, why: 'cut' });
    settle({
      ok: true,
      httpStatus: answer.statusCode ?? 0,
      body: Buffer.concat(chunks).toString('latin1'),
      date: answer.headers.date,
    });
  });
}
