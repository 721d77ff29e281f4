/** The rule of `isCallbackUrl` in words. */
export const callbackUrlRule =
  'https URL on port 443 without query, up to 256 characters of ASCII without & % +';

/**
 * Whether the gateway may be told this URLSuccess, URLFailure or URLNotify. `&`, `%` and `+` are left
 * out because a gateway that decodes URLs would read them differently.
 */
export function isCallbackUrl(text: string, allowLoopbackHttp: boolean): boolean {
  if (text.length > 256 || !/^https?:\/\/[\x21-\x7e]+$/i.test(text)) return false;
  if (/[?#&%+\\]/.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return url.port === '';

  return allowLoopbackHttp && isLoopbackHttp(url);
}

/** `http://localhost:*` and `http://127.0.0.1:*`. */
export function isLoopbackHttp(url: URL): boolean {
  return url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
}
