import { BlockList, isIP, isIPv4 } from 'node:net';

const notPublic = new BlockList();
const ipv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
for (const range of ipv4) block(range, 'ipv4');

// Of the unicast space: documentation, and what carries an IPv4 address inside.
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) block(range, 'ipv6');

const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an IP address is a place on the public internet: nothing private, link-local, of this
 * machine or of a cloud's metadata service, however it is written.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (isIPv4(address)) return !notPublic.check(address, 'ipv4');
  return unicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

function block(range: string, family: 'ipv4' | 'ipv6'): void {
  const [net = '', prefix] = range.split('/');
  notPublic.addSubnet(net, Number(prefix), family);
}
