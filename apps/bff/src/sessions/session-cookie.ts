const PLAIN = 'desk_session';
/** The prefix makes the browser insist on Secure, Path=/ and this very host. */
const SECURE = '__Host-desk_session';

/** The session token of a `Cookie` header, or null. */
export function readSessionCookie(header: string | undefined): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name = '', value] = pair.trim().split('=', 2);
    if ((name === PLAIN || name === SECURE) && value !== undefined && value !== '') return value;
  }
  return null;
}

/** The `Set-Cookie` header that starts a session, or ends it when `token` is null. */
export function sessionCookie(token: string | null, secure: boolean): string {
  const parts = [
    `${secure ? SECURE : PLAIN}=${token ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
  ];
  if (secure) parts.push('Secure');
  if (token === null) parts.push('Max-Age=0');
  return parts.join('; ');
}
