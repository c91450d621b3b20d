import type { z } from 'zod';

/** What is expected of each setting, in both languages: nobody has a language before the settings are read. */
const expectations: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  profile: [
    'nation、department、province、city、association、enterprise 之一',
    'one of nation, department, province, city, association, enterprise',
  ],
  name: ['写明 zh 和 en 两个名称', 'both names, zh and en'],
  origin: [
    '本机构掌握的主机名与路径，例如 standards.example.cn/register',
    'a host name and path of the operator, such as standards.example.cn/register',
  ],
  nature: ['real 或 rehearsal', 'real or rehearsal'],
  data: ['一个文件夹', 'a folder'],
  databaseUrl: ['空，或者 postgres://用户@主机/数据库', 'nothing, or postgres://user@host/name of a PostgreSQL server'],
  connections: ['2 至 100 的整数', 'a whole number from 2 to 100'],
  port: ['0 至 65535 的整数', 'a whole number from 0 to 65535'],
  host: ['主机名或 IP 地址', 'a host name or IP address'],
  publicAddress: [
    '空，或者 https://standards.example.cn',
    'nothing, or an address such as https://standards.example.cn',
  ],
  settleAfterMinutes: ['1 至 1440 的整数（分钟）', 'a whole number of minutes from 1 to 1440'],
  timeZone: ['IANA 时区名，例如 Asia/Shanghai', 'the IANA name of a time zone, such as Asia/Shanghai'],
  language: ['zh-Hans 或 en', 'zh-Hans or en'],
  mail: ['写明 server 和 from', 'server and from'],
  limits: ['写明 requestsPerMinute 和 toolsPerMinute', 'requestsPerMinute and toolsPerMinute'],
  'limits.requestsPerMinute': ['大于 0 的整数', 'a whole number above 0'],
  'limits.toolsPerMinute': ['大于 0 的整数', 'a whole number above 0'],
  trustedProxies: ['地址的列表，例如 [127.0.0.1]', 'a list of addresses, such as [127.0.0.1]'],
  backups: ['写明 at 和 keep', 'at and keep'],
  'backups.at': ['00:00 至 23:59 的时刻，例如 02:30', 'a time of day from 00:00 to 23:59, such as 02:30'],
  'backups.keep': ['大于 0 的整数', 'a whole number above 0'],
  documents: ['写明 s3、largest、unpacked、ratio', 's3, largest, unpacked and ratio'],
  'documents.s3': [
    'endpoint（http 或 https 网址）、bucket、region、key、secret',
    'endpoint (an http or https address), bucket, region, key and secret',
  ],
  'documents.s3.endpoint': [
    'http 或 https 网址，例如 https://s3.example.cn',
    'an http or https address such as https://s3.example.cn',
  ],
  'documents.s3.bucket': [
    '3 至 63 个小写字母、数字、点、连字符',
    '3 to 63 lower-case letters, digits, dots and dashes',
  ],
  'documents.largest': [
    'pdf、office、xml、image、text、zip 各类文件的上限，1 至 1024 的整数（MiB）',
    'the largest pdf, office, xml, image, text and zip in MiB, whole numbers from 1 to 1024',
  ],
  'documents.unpacked': ['1 至 1024 的整数（MiB）', 'a whole number of MiB from 1 to 1024'],
  'documents.ratio': ['10 至 10000 的整数', 'a whole number from 10 to 10000'],
};

/** One line for each mistake: the setting, what was given, what is expected. */
export function mistakeLines(
  issues: readonly z.core.$ZodIssue[],
  asked: { readonly stated: unknown; readonly variableOf: (setting: string) => string | undefined },
): readonly string[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const name = [...path, key].join('.');
        return `  ${name}: 没有这一设置。There is no such setting.`;
      });
    const setting = path.join('.');
    const [zh, en] = expectations[setting] ?? expectations[path[0] ?? ''] ?? ['', ''];
    const variable = asked.variableOf(setting);
    const named = variable === undefined ? setting : `${setting} (${variable})`;
    return [`  ${named} = ${shown(asked.stated, path)}: 应为${zh}。Expected: ${en}.`];
  });
}

/** What was given; of an address of a database everything but its password. */
function shown(stated: unknown, path: readonly string[]): string {
  let value = stated;
  for (const key of path)
    value =
      typeof value === 'object' && value !== null && key in value
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined;
  return withoutPassword(JSON.stringify(value) ?? '—').slice(0, 120);
}

/** An address that may be printed. */
export function withoutPassword(address: string): string {
  return address.replace(/(\/\/[^/:@\s]*):[^@/\s]*@/, '$1:…@');
}
