import { describe, expect, test } from 'vitest';
import { addressWarning, publicAddressFor, publicAddressOf } from './public-address.ts';

const listening = (host: string, publicAddress = '') => ({ publicAddress, host, port: 3000 });

describe('absolute links', () => {
  test('begin with the public address that is set, whatever host a request names', () => {
    const settings = listening('0.0.0.0', 'https://standards.example/');
    expect(publicAddressFor(settings, 'http://localhost:3000/feeds')).toBe('https://standards.example');
    expect(publicAddressFor(settings, 'http://evil.example/feeds')).toBe('https://standards.example');
  });

  test.each([
    ['http://localhost:8080/oai', '127.0.0.1', 'http://localhost:8080'],
    ['http://127.0.0.2/oai', '127.0.0.1', 'http://127.0.0.2'],
    ['http://[::1]:3000/oai', '127.0.0.1', 'http://[::1]:3000'],
    ['http://192.168.1.5:3000/oai', '192.168.1.5', 'http://192.168.1.5:3000'],
    ['http://[2001:db8::5]:81/oai', '2001:DB8:0::5', 'http://[2001:db8::5]:81'],
  ])('begin without one with the host of %s, which is the machine’s own', (url, host, base) => {
    expect(publicAddressFor(listening(host), url)).toBe(base);
  });

  test.each([
    ['http://evil.example/oai', '127.0.0.1', 'http://127.0.0.1:3000'],
    ['http://127.0.0.1.evil.example/oai', '127.0.0.1', 'http://127.0.0.1:3000'],
    ['http://localhost.evil.example:3000/oai', '0.0.0.0', 'http://localhost:3000'],
    ['http://evil.example/oai', '192.168.1.5', 'http://192.168.1.5:3000'],
    ['http://evil.example/oai', '::', 'http://localhost:3000'],
    ['http://evil.example/oai', '::1', 'http://[::1]:3000'],
  ])('never begin with a foreign host: %s', (url, host, base) => {
    expect(publicAddressFor(listening(host), url)).toBe(base);
    expect(publicAddressOf(listening(host))).toBe(base);
  });
});

describe('at the start the operator', () => {
  test.each(['0.0.0.0', '::', '', '192.168.1.5', 'register.example'])(
    'is warned of %j without a public address',
    (host) => {
      expect(addressWarning(listening(host), 'en')).toMatch(/no publicAddress is set.*Set publicAddress/);
      expect(addressWarning(listening(host), 'zh-Hans')).toContain('把 publicAddress 设为');
      expect(addressWarning(listening(host, 'https://standards.example'), 'en')).toBeUndefined();
    },
  );

  test.each(['127.0.0.1', 'localhost', '::1'])('is not warned of %s, which nobody else reaches', (host) => {
    expect(addressWarning(listening(host), 'en')).toBeUndefined();
  });
});
