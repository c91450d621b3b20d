import type { Settings } from '../settings.ts';

type Reached = Pick<Settings, 'publicAddress' | 'host' | 'port'>;

/**
 * The address with which absolute links begin, without a slash at its end. Without `publicAddress` the host a request names
 * is believed only when it is this machine's own: anybody may name any other, and it would stand in stored feeds and files.
 */
export function publicAddressFor(settings: Reached, requestUrl: string): string {
  if (settings.publicAddress !== '') return publicAddressOf(settings);
  const { hostname, origin } = new URL(requestUrl);
  return isOwnHost(hostname, settings.host) ? origin : publicAddressOf(settings);
}

/** The same where no request is at hand, as in letters: what is set, or the address on which the server listens. */
export function publicAddressOf({ publicAddress, host, port }: Reached): string {
  if (publicAddress !== '') return publicAddress.replace(/\/$/, '');
  return `http://${everyAddress.has(host) ? 'localhost' : inUrl(host)}:${port}`;
}

/** What the operator is told at the start when readers can come by an address that links do not have; undefined when all is well. */
export function addressWarning(settings: Reached, lang: 'zh-Hans' | 'en'): string | undefined {
  const { publicAddress, host } = settings;
  if (publicAddress !== '' || isLoopback(inUrl(host))) return undefined;
  const links = publicAddressOf(settings);
  return lang === 'en'
    ? `Others can reach this server (host: ${host}), but no publicAddress is set, so links in feeds, harvests, files and letters begin with ${links}. Set publicAddress to the address that readers use; see docs/settings.md.`
    : `其他机器可以访问本服务器（host: ${host}），但没有设置 publicAddress，订阅源、收割接口、文件和邮件中的链接以 ${links} 开头。把 publicAddress 设为读者使用的地址，见 docs/settings.md。`;
}

/** Hosts that mean every address of the machine; no link can lead there. */
const everyAddress: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);

function isOwnHost(hostname: string, listening: string): boolean {
  return isLoopback(hostname) || hostname === inUrl(listening);
}

/** Hosts as an address has them, IPv6 in brackets; an address has written 127.1 and the like in full. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** A listening host as an address writes it. */
function inUrl(host: string): string {
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return URL.canParse(`http://${bracketed}`) ? new URL(`http://${bracketed}`).hostname : bracketed;
}
