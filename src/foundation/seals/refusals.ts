import type { RefusalTexts } from '../refusal.ts';

const askAgain = {
  remedyZh: '向出具方重新索取文件，或用其公布的校验值核对。',
  remedyEn: 'Ask the sender for the file again, or compare it with the hash that was published.',
};

const anotherCheckpoint = {
  remedyZh: '用保存时的原文件（以日志名称开头，末尾为签名行），不要改动任何字符。',
  remedyEn:
    'Give the file as it was kept: it begins with the name of the log and ends with its signatures, not a character changed.',
};

/** Why a register file or a backup is not made or not taken. */
export const sealRefusals: RefusalTexts = {
  'seals.outside-not-signed': {
    category: 'invalid',
    zh: '所给检查点文件没有本日志密钥的有效签名（{reason}），未用它核对。这不说明登记簿有何问题。',
    en: 'The checkpoint file given bears no valid signature of a key of this log ({reason}); it was not used. This says nothing against the register.',
    ...anotherCheckpoint,
  },
  'seals.outside-other-log': {
    category: 'invalid',
    zh: '所给检查点文件属于另一日志 {origin}，未用它核对。这不说明登记簿有何问题。',
    en: 'The checkpoint file given is of another log, {origin}; it was not used. This says nothing against the register.',
    ...anotherCheckpoint,
  },
  'seals.sealing-failed': {
    category: 'unavailable',
    zh: '封存没有成功（{reason}）。已答复的内容都已记录，只是尚未进入日志。',
    en: 'Sealing failed ({reason}). What was answered is recorded; it is not in the log yet.',
    remedyZh: '运行“guiju verify”，查看历史或封存中何处被改动；排除原因后，下一次封存会补上。',
    remedyEn:
      'Run "guiju verify": it names what was changed in the history or its seals. Once the cause is gone, the next sealing makes up for it.',
  },
  'seals.file-unreadable': {
    category: 'invalid',
    zh: '文件 {file} 不是本系统的封存文件，或开头已损坏。',
    en: 'The file {file} is not a sealed file of this system, or its beginning is damaged.',
    ...askAgain,
  },
  'seals.file-of-other-kind': {
    category: 'invalid',
    zh: '文件 {file} 是“{heading}”，不是所需的“{expected}”。',
    en: 'The file {file} is a "{heading}"; a "{expected}" is needed.',
    remedyZh: '登记簿文件用 import-register 导入，备份文件用 restore 恢复。',
    remedyEn: 'Take a register file in with import-register, a backup with restore.',
  },
  'seals.file-not-signed': {
    category: 'invalid',
    zh: '文件 {file} 没有所信任密钥的有效签名（{reason}）；文件自称的密钥为 {claimed}。',
    en: 'The file {file} bears no valid signature of a trusted key ({reason}); it names the key {claimed}.',
    remedyZh: '向出具方核实其公钥后，用 --key 给出该公钥。',
    remedyEn: 'Check the public key with the sender and give it with --key.',
  },
  'seals.file-changed': {
    category: 'invalid',
    zh: '文件 {file} 的内容与其签名不符：应有 {expectedBytes} 字节，实有 {bytes} 字节。未写入任何内容。',
    en: 'The content of {file} is not what was signed: {expectedBytes} bytes were expected, {bytes} are there. Nothing was written.',
    ...askAgain,
  },
  'seals.file-line-changed': {
    category: 'invalid',
    zh: '第 {line} 行（叶 {leafIndex}，事件 {event}）被改动。',
    en: 'Line {line} (leaf {leafIndex}, event {event}) was changed.',
    ...askAgain,
  },
  'seals.file-breaks-off': {
    category: 'invalid',
    zh: '文件自第 {line} 行起无法解压或不完整。',
    en: 'From line {line} on the file cannot be unpacked or is incomplete.',
    ...askAgain,
  },
  'seals.file-root-differs': {
    category: 'invalid',
    zh: '文件中的事件与其检查点（{treeSize} 个叶）不符。',
    en: 'The events in the file do not lead to its checkpoint of {treeSize} leaves.',
    ...askAgain,
  },
  'seals.file-count-differs': {
    category: 'invalid',
    zh: '文件声明“{name}”为 {expected}，实有 {count}。',
    en: 'The file states {expected} for "{name}" and holds {count}.',
    ...askAgain,
  },
  'seals.content-differs': {
    category: 'invalid',
    zh: '备份中的文件内容 {name} 与其名称（SHA-256）不符，没有恢复任何内容。',
    en: 'The content {name} in the backup is not what its name (SHA-256) says; nothing was restored.',
    remedyZh: '用另一份备份恢复；在原安装上运行 guiju verify-contents，查明哪些内容被改动。',
    remedyEn:
      'Restore another backup; on the installation it came from, guiju verify-contents tells which contents were altered.',
  },
  'seals.checkpoint-of-other-log': {
    category: 'invalid',
    zh: '文件中的检查点没有同一日志密钥的有效签名。',
    en: 'The checkpoint in the file bears no valid signature of a key of the same log.',
    ...askAgain,
  },
  'seals.proof-not-readable': {
    category: 'invalid',
    zh: '文件 {path} 读不了（{why}）。什么也没有核对。',
    en: 'The file {path} cannot be read ({why}). Nothing was checked.',
    remedyZh: '给出 proof.json 或核对结果 JSON 的路径，文件须与登记簿给出的一样。',
    remedyEn: 'Give the path of a proof.json or of an answer as JSON, as the register gave it.',
  },
  'seals.register-forks': {
    category: 'conflict',
    zh: '事件 {streamId} 第 {version} 版（机构 {homeId}）在本登记簿中已有不同内容。未写入任何内容。',
    en: 'Event {streamId} version {version} (home {homeId}) already says something else in this register. Nothing was written.',
    remedyZh: '两份历史不可并存：与出具方核对各自的检查点，查明哪一份被改写。',
    remedyEn: 'Two pasts cannot both be kept: compare checkpoints with the sender to learn which one was rewritten.',
  },
  'seals.key-missing': {
    category: 'unavailable',
    zh: '封存密钥文件 {file} 不在：没有它就不能签署检查点，新造的密钥接不上已有的日志。',
    en: 'The sealing key file {file} is not there: without it no checkpoint can be signed, and a newly made key cannot go on with the log.',
    remedyZh: '从备份或数据文件夹的副本放回该文件；办法见 docs/sealing-key.md。',
    remedyEn: 'Put the file back from a backup or a copy of the data folder; docs/sealing-key.md says how.',
  },
  'seals.key-not-written': {
    category: 'unavailable',
    zh: '新密钥文件 {file} 无法写入（{reason}）。密钥没有更换，原密钥继续有效。',
    en: 'The new key file {file} could not be written ({reason}). The key was not replaced; the one in office stays.',
    remedyZh: '检查数据文件夹的权限和剩余空间，再运行 guiju replace-key。',
    remedyEn: 'Check permissions and free space of the data folder, then run guiju replace-key again.',
  },
  'seals.key-not-in-office': {
    category: 'conflict',
    zh: '移交书不是由在任密钥 {id} 签署的：密钥刚被另一操作更换，或者文件夹里的密钥不是在任的那一把。密钥没有更换。',
    en: 'The hand-over is not signed by the key in office, {id}: another command has just replaced it, or the key in the folder is not the one in office. Nothing was replaced.',
    remedyZh: '运行 guiju verify 查看；仍需更换时再运行 guiju replace-key。',
    remedyEn: 'Look with guiju verify; if the key still is to be replaced, run guiju replace-key again.',
  },
  'seals.nothing-sealed': {
    category: 'not-found',
    zh: '尚无已封存的事件可导出。',
    en: 'No event has been sealed yet, so there is nothing to export.',
    remedyZh: '稍候一秒，待封存完成后再试。',
    remedyEn: 'Wait a second for the sealer and try again.',
  },
  'seals.kind-unknown': {
    category: 'invalid',
    zh: '没有“{kind}”这一类事项，未写入文件。',
    en: 'There is no kind of thing “{kind}”, so no file was written.',
    remedyZh: '--kind 应为 {kinds} 之一；不写则导出全部。',
    remedyEn: 'Give --kind one of {kinds}, or leave it out to export everything.',
  },
  'seals.home-unknown': {
    category: 'invalid',
    zh: '“{home}”不是本登记簿中任何机构的代号或标识，未写入文件。',
    en: '“{home}” is the code or identifier of no organization of this register, so no file was written.',
    remedyZh: '--home 写机构的代号，如 SAC、CN-YY、T/CAS、ISO；不写则导出全部。',
    remedyEn:
      'Give --home the code of an organization, such as SAC, CN-YY, T/CAS or ISO, or leave it out to export everything.',
  },
  'seals.history-differs': {
    category: 'conflict',
    zh: '事件 {streamId} 第 {version} 版（叶 {leafIndex}）与其封存不符，未生成文件。',
    en: 'Event {streamId} version {version} (leaf {leafIndex}) is not what was sealed, so no file was made.',
    remedyZh: '运行 guiju verify，并由备份恢复。',
    remedyEn: 'Run guiju verify, and restore from a backup.',
  },
  'seals.restore-not-empty': {
    category: 'conflict',
    zh: '本系统已有 {acts} 个行为、{events} 个事件，备份只能恢复到空系统。未写入任何内容。',
    en: 'This installation already holds {acts} acts with {events} events; a backup is restored only into an empty one. Nothing was written.',
    remedyZh: '另选空的数据目录或空数据库。',
    remedyEn: 'Choose an empty data folder or an empty database.',
  },
  'seals.backup-newer': {
    category: 'conflict',
    zh: '备份由更新的版本制作（迁移 {migration} 在此不存在）。未写入任何内容。',
    en: 'The backup was made by a newer version (migration {migration} is unknown here). Nothing was written.',
    remedyZh: '先升级本系统。',
    remedyEn: 'Upgrade this installation first.',
  },
};
