/** An IPv4 address whatever it is wrapped in, or the /64 of an IPv6 address: that much belongs to one household. */
export function networkOf(ip: string): string {
  const bare = unwrapped(ip);
  if (!bare.includes(':')) return bare;
  return groupsOf(bare).slice(0, 4).join(':');
}

/** Whether the address is this machine’s own: 127.0.0.0/8, however it is wrapped, or ::1. */
export function isLoopback(ip: string): boolean {
  const bare = unwrapped(ip);
  if (!bare.includes(':')) return /^127(?:\.\d{1,3}){3}$/.test(bare);
  return groupsOf(bare).join(':') === '0:0:0:0:0:0:0:1';
}

/** The IPv4 address within `::ffff:1.2.3.4`, also where that is written in hexadecimal groups. */
function unwrapped(ip: string): string {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (dotted) return dotted;
  if (!ip.includes(':') || ip.includes('.')) return ip;

  const groups = groupsOf(ip);
  if (groups.length !== 8 || groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return ip;
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups without leading zeros, in lower case, and without a zone. */
function groupsOf(ip: string): string[] {
  const [head = '', tail] = (ip.split('%')[0] ?? '').toLowerCase().split('::');
  const before = shortened(head);
  const after = shortened(tail ?? '');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after];
}

function shortened(part: string): string[] {
  return part
    .split(':')
    .filter((group) => group !== '')
    .map((group) => group.replace(/^0+(?=.)/, ''));
}
