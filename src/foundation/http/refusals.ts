import type { RefusalTexts } from '../refusal.ts';

/** What the kernel and its doors refuse. */
export const foundationRefusals: RefusalTexts = {
  'http.address-too-long': {
    category: 'too-large',
    zh: '网址有 {length} 个字符，超过了 {longest} 个字符的上限。',
    en: 'The address has {length} characters; at most {longest} are read.',
    remedyZh: '缩短查询；要核对整份清单，用“核对清单”页面粘贴或上传。',
    remedyEn: 'Shorten the query; to check a whole list, paste or upload it on the page “Check a list”.',
  },
  'http.address-not-sound': {
    category: 'invalid',
    zh: '网址含有无法读取的字符（不是 UTF-8 编码，或者含控制字符）。',
    en: 'The address holds characters that cannot be read (not UTF-8, or control characters).',
    remedyZh: '从首页的查询框重新输入。',
    remedyEn: 'Type the query again in the box on the home page.',
  },
  'http.from-another-site': {
    category: 'not-permitted',
    zh: '这一请求由另一个网站（{origin}）发出，没有执行。',
    en: 'This request came from another site ({origin}) and was not carried out.',
    remedyZh: '在本站打开表单再提交。',
    remedyEn: 'Open the form on this site and send it from there.',
  },
  'http.too-many-requests': {
    category: 'too-many',
    zh: '来自同一地址的请求超过每分钟 {perMinute} 次。',
    en: 'More than {perMinute} requests a minute came from one address.',
    remedyZh: '{seconds} 秒后再试；需要全部数据时，下载成批文件。',
    remedyEn: 'Try again in {seconds} seconds; for all records, download the bulk files.',
  },
  'http.body-too-large': {
    category: 'too-large',
    zh: '上传内容超过 {longest} 字节的上限，没有读取。',
    en: 'What was sent is larger than {longest} bytes and was not read.',
    remedyZh: '分成几份上传，或者去掉图片等无关内容。',
    remedyEn: 'Send it in several pieces, or leave out pictures and other content not needed.',
  },
  'http.body-unreadable': {
    category: 'invalid',
    zh: '送来的内容无法读取：与所声明的格式不符，或者没有传完。',
    en: 'What was sent cannot be read: it is not of the format it states, or was cut off.',
    remedyZh: '在页面上重新提交；程序请按 /api/openapi.json 所列格式发送，并核对 Content-Type。',
    remedyEn:
      'Send the form again from its page; a program sends a format listed in /api/openapi.json and states it as Content-Type.',
  },
  'http.port-not-free': {
    category: 'unavailable',
    zh: '不能在 {host}:{port} 上提供服务（{reason}）：端口已被占用，或者没有使用它的权限。',
    en: 'Nothing can be served at {host}:{port} ({reason}): the port is in use, or may not be used.',
    remedyZh: '停止占用该端口的程序，或者用 GUIJU_PORT 换一个端口。',
    remedyEn: 'Stop the program that has the port, or choose another with GUIJU_PORT.',
  },
  'http.not-found': {
    category: 'not-found',
    zh: '没有这个页面：{path}。',
    en: 'There is no page {path}.',
    remedyZh: '用首页的查询框查标准，或者从栏目进入。',
    remedyEn: 'Find the standard with the box on the home page, or go by the menu.',
  },
  'http.method-not-allowed': {
    category: 'method-not-allowed',
    zh: '{path} 不接受 {method} 请求。',
    en: '{path} does not answer {method}.',
    remedyZh: '改用 {allowed}；各操作见 /api/openapi.json。',
    remedyEn: 'Use {allowed}; /api/openapi.json names every operation.',
  },
  'http.cursor-not-ours': {
    category: 'invalid',
    zh: '翻页标记不是本站发出的，或者已经改动。',
    en: 'The cursor was not given by this site, or was changed.',
    remedyZh: '从第一页重新开始。',
    remedyEn: 'Begin again at the first page.',
  },
  'http.parameter-invalid': {
    category: 'invalid',
    zh: '参数 {name} 的值“{value}”不能用：{expected}。',
    en: 'The parameter {name} has the value “{value}”, which cannot be used: {expectedEn}.',
    remedyZh: '改正参数 {name} 后再试。',
    remedyEn: 'Correct the parameter {name} and try again.',
  },
  'access.not-permitted': {
    category: 'not-permitted',
    zh: '现有任职（{role}）无权办理“{action}”。依据：{basis}。',
    en: 'The appointment held ({role}) does not allow “{action}”. Basis: {basis}.',
    remedyZh: '由有权的任职人员办理，或者申请相应任职。',
    remedyEn: 'Have it done by somebody whose appointment allows it, or apply for that appointment.',
  },
  'foundation.input-invalid': {
    category: 'invalid',
    zh: '字段“{field}”不能用：{reasonZh}。',
    en: 'The field “{field}” cannot be used: {reason}.',
    remedyZh: '改正该字段后重新提交；没有写入任何内容。',
    remedyEn: 'Correct the field and send again; nothing was written.',
  },
  'foundation.file-exists': {
    category: 'conflict',
    zh: '文件 {path} 已存在，没有覆盖，什么也没有写。',
    en: 'The file {path} is there already; it was not written over, and nothing was written.',
    remedyZh: '换一个文件名；确要覆盖时加 --overwrite。',
    remedyEn: 'Give another name, or --overwrite if the old file may go.',
  },
  'foundation.file-not-usable': {
    category: 'not-found',
    zh: '文件 {path} 读写不了（{why}）。',
    en: 'The file {path} cannot be read or written ({why}).',
    remedyZh: '核对路径、文件夹是否存在、权限和磁盘空间后再试。',
    remedyEn: 'Check the path, whether its folder exists, your rights and the room on the disk, and try again.',
  },
  'foundation.conflict': {
    category: 'conflict',
    zh: '同一对象正被他人修改，三次重试后仍有冲突，没有写入任何内容（{command}）。',
    en: 'Somebody else is changing the same record; after three attempts there was still a conflict and nothing was written ({command}).',
    remedyZh: '稍后再试一次。',
    remedyEn: 'Try again in a moment.',
  },
  'foundation.key-used-for-other-input': {
    category: 'conflict',
    zh: '请求编号 {key} 已用于另一内容，没有写入任何内容。',
    en: 'The request key {key} was used before with other content; nothing was written.',
    remedyZh: '换一个新的请求编号再提交。',
    remedyEn: 'Send again with a new key.',
  },
  'foundation.private-text-unknown': {
    category: 'not-found',
    zh: '没有编号为 {textId} 的私密文本，没有删除任何内容。',
    en: 'There is no private text {textId}; nothing was erased.',
    remedyZh: '核对机构编号和文本编号；已删除的文本无需再次删除。',
    remedyEn: 'Check the identifiers of home and text; a text already erased needs no second erasure.',
  },
  'foundation.batch-rejected': {
    category: 'invalid',
    zh: '{count} 行有错误；按“全部或全不”的方式，没有写入任何内容。',
    en: '{count} rows have errors; sent as all or nothing, nothing was written.',
    remedyZh: '按拒收文件逐行改正后重新提交，或者选择只收正确的行。',
    remedyEn: 'Correct the rows listed in the rejects file and send again, or choose to accept the good rows.',
  },
  'foundation.installation-fixed': {
    category: 'conflict',
    zh: '本安装自启用起就是 {origin}、{nature}，不能改为 {asked}。',
    en: 'This installation has been {origin}, {nature} since it was opened and cannot become {asked}.',
    remedyZh: '恢复原来的设置，或者用新的数据文件夹开设另一安装。',
    remedyEn: 'Restore the earlier settings, or open another installation in a new data folder.',
  },
  'seals.key-not-understood': {
    category: 'invalid',
    zh: '“{value}”不是公钥。',
    en: '“{value}” is no public key.',
    remedyZh: '照抄出具方公布的整行公钥，形如 standards.example.cn/register+1a2b3c4d+…，并加引号。',
    remedyEn:
      'Copy the whole line that the operator publishes, such as standards.example.cn/register+1a2b3c4d+…, in quotes.',
  },
  'seals.key-not-given': {
    category: 'invalid',
    zh: '没有给出出具方的公钥，无法判断登记簿文件出自何人。',
    en: 'Without the public key of its operator nobody can tell whose register file this is.',
    remedyZh: '从出具方网站的“自行验证”页取得公钥，用 --key 给出。',
    remedyEn: 'Take the public key from the page “Verify it yourself” of its operator and give it with --key.',
  },
  'seals.register-claims-taken': {
    category: 'conflict',
    zh: '文件中有编号、地址或代码在本登记簿已被占用，没有写入任何内容。',
    en: 'A number, address or code in the file is held by another record of this register; nothing was written.',
    remedyZh: '导入空的安装，或先撤销本登记簿中误录的记录。',
    remedyEn: 'Import it into an empty installation, or annul the record entered here in error first.',
  },
  'foundation.made-by-newer': {
    category: 'conflict',
    zh: '这一登记簿已由更新的版本升级（{migrations}），本版本不能打开。什么也没有改动。',
    en: 'A newer version has upgraded this register ({migrations}); this version cannot open it. Nothing was changed.',
    remedyZh:
      '用那个版本启动；要回到本版本，把升级前的备份（数据文件夹的 backups 中）用 guiju restore 恢复到一个空的数据文件夹，见 docs/backup.md。',
    remedyEn:
      'Start that version. To go back to this one, restore the backup made before the upgrade (in backups of the data folder) into an empty data folder with guiju restore; see docs/backup.md.',
  },
  'foundation.migrations-in-disorder': {
    category: 'conflict',
    zh: '数据库没有记载迁移 {migration}，却已有它或其后的内容（{found}）：数据库属于别的程序，或者迁移记录被改动过。什么也没有改动。',
    en: 'The database has no record of the migration {migration}, but holds what it or a later one makes ({found}): it belongs to another program, or the record was changed. Nothing was changed.',
    remedyZh:
      '核对 GUIJU_DATABASE_URL 和 GUIJU_DATA；若就是本登记簿，请用备份恢复到空的数据库，再用 guiju verify 核对。',
    remedyEn:
      'Check GUIJU_DATABASE_URL and GUIJU_DATA; if it is this register, restore a backup into an empty database and check with guiju verify.',
  },
  'foundation.disk-full': {
    category: 'unavailable',
    zh: '数据文件夹 {folder} 所在的磁盘快满了（剩余 {free} MB），没有写入；此前确认的内容都在。',
    en: 'The disk of the data folder {folder} is nearly full ({free} MB left); nothing was written, and everything acknowledged before is there.',
    remedyZh:
      '清理或扩大磁盘，至少空出 {needed} MB，再提交一次；正在运行的服务不必重启。数据文件夹中只可移走 backups 里较早的备份。',
    remedyEn:
      'Free or enlarge the disk until {needed} MB are left, then send again; a running server need not be restarted. In the data folder only older files of backups may be moved away.',
  },
  'foundation.database-disk-full': {
    category: 'unavailable',
    zh: '数据库没有写入的空间（{reason}），没有写入；此前确认的内容都在。',
    en: 'The database has no room to write ({reason}); nothing was written, and everything acknowledged before is there.',
    remedyZh: '请数据库管理员清理或扩大其磁盘，然后再提交一次。',
    remedyEn: 'Ask the administrator of the database to free or enlarge its disk, then send again.',
  },
  'foundation.history-unreadable': {
    category: 'conflict',
    zh: '事项 {streamId}（归属 {homeId}）的事件读不懂（{reason}），没有改变任何内容。',
    en: 'The events of {streamId} (home {homeId}) cannot be understood ({reason}); nothing was changed.',
    remedyZh: '运行“guiju verify”，查看历史中哪些事件被改动过，并从备份恢复。',
    remedyEn: 'Run "guiju verify": it names the events of the history that were changed. Restore from a backup.',
  },
  'foundation.database-not-reachable': {
    category: 'unavailable',
    zh: '连不上设置 databaseUrl（GUIJU_DATABASE_URL）所指的数据库 {address}：{reason}。没有启动。',
    en: 'The database of the setting databaseUrl (GUIJU_DATABASE_URL), {address}, cannot be opened: {reason}. Nothing was started.',
    remedyZh: '核对主机、端口、帐号、口令和数据库名，确认 PostgreSQL 正在运行且数据库已建立；留空则使用嵌入式数据库。',
    remedyEn:
      'Check host, port, account, password and name; see that PostgreSQL runs and the database is there. Empty means the embedded database.',
  },
  'foundation.database-too-old': {
    category: 'unavailable',
    zh: '数据库 {address} 是 PostgreSQL {version}，本程序需要 {needed} 或更新的版本。没有启动。',
    en: 'The database {address} is PostgreSQL {version}; version {needed} or later is needed. Nothing was started.',
    remedyZh: '升级该服务器，或在 databaseUrl 中写另一台。',
    remedyEn: 'Upgrade that server, or name another one in databaseUrl.',
  },
  'foundation.database-stopped': {
    category: 'unavailable',
    zh: '嵌入式数据库已停止（{reason}）；此前确认的内容都在，这一请求不一定已写入。',
    en: 'The embedded database has stopped ({reason}); everything acknowledged before is there, this request may not be.',
    remedyZh: '先确认磁盘有空间、文件可写，再重新启动服务，用同一请求编号再提交一次。',
    remedyEn:
      'See that the disk has room and its files can be written, start the server again, and send again with the same key.',
  },
  'foundation.folder-in-use': {
    category: 'conflict',
    zh: '数据文件夹 {folder} 正由进程 {holder} 使用。',
    en: 'The data folder {folder} is in use by process {holder}.',
    remedyZh: '停止该进程，或者换一个数据文件夹（GUIJU_DATA）。',
    remedyEn: 'Stop that process, or use another data folder (GUIJU_DATA).',
  },
};
