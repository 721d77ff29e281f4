const LOOPBACK = ['localhost', '127.0.0.1'];

/**
 * Whether an address of a shop may be used: https without a name and password in it; demo mode also
 * takes http on this machine. Where it leads is asked anew whenever something is sent there.
 */
export function isOpenAddress(text: string, demo: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return (
    url.protocol === 'https:' ||
    (demo && url.protocol === 'http:' && LOOPBACK.includes(url.hostname))
  );
}
