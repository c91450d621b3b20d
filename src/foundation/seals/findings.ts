import type { Problem, RefusalDetails, RefusalText, RefusalTexts } from '../refusal.ts';

/** What a check of the history can find. Each finding names the place. */
export type FindingCode =
  | 'seals.event-changed'
  | 'seals.event-missing'
  | 'seals.event-not-sealed'
  | 'seals.event-displaced'
  | 'seals.event-of-no-transaction'
  | 'seals.leaf-hash-changed'
  | 'seals.leaf-missing'
  | 'seals.leaf-too-much'
  | 'seals.tile-changed'
  | 'seals.tile-too-much'
  | 'seals.checkpoint-changed'
  | 'seals.checkpoint-end-changed'
  | 'seals.checkpoint-not-signed'
  | 'seals.history-rewritten'
  | 'seals.succession-invalid'
  | 'seals.outside-longer'
  | 'seals.outside-differs';

/** Findings as they come: the first ones in full, the rest counted, so that a ruined database cannot fill the memory. */
export interface Findings {
  readonly add: (code: FindingCode, details: RefusalDetails) => void;
  readonly take: (problem: Problem) => void;
  readonly list: () => readonly Problem[];
  readonly count: () => number;
}

export function findings(limit = 1_000): Findings {
  const kept: Problem[] = [];
  let count = 0;
  const take = (problem: Problem): void => {
    count += 1;
    if (kept.length < limit) kept.push(problem);
  };
  return { add: (code, details) => take({ code, details }), take, list: () => kept, count: () => count };
}

const remedyOfHistory = {
  remedyZh: '停止写入，保留现场，并用此前的备份与外部保存的检查点核对；需要时由备份恢复。',
  remedyEn:
    'Stop writing, keep everything as it is, compare with an earlier backup and a checkpoint kept elsewhere; restore the backup if needed.',
};

function found(zh: string, en: string): RefusalText {
  return { category: 'conflict', zh, en, ...remedyOfHistory };
}

/** The sentences of every finding; `seals.` codes of refusals stand in refusals.ts. */
export const findingTexts: RefusalTexts & Readonly<Record<FindingCode, RefusalText>> = {
  'seals.event-changed': found(
    '事件 {streamId} 第 {version} 版（叶 {leafIndex}，机构 {homeId}）或其行为的内容与封存时不同。',
    'Event {streamId} version {version} (leaf {leafIndex}, home {homeId}), or its act, is not what was sealed.',
  ),
  'seals.event-missing': found(
    '叶 {leafIndex} 所指的事件 {streamId} 第 {version} 版（机构 {homeId}）或其行为已不存在。',
    'Event {streamId} version {version} (home {homeId}), to which leaf {leafIndex} points, or its act, is gone.',
  ),
  'seals.event-not-sealed': found(
    '事件 {streamId} 第 {version} 版（机构 {homeId}）早于最新检查点，却不在日志中。',
    'Event {streamId} version {version} (home {homeId}) is older than the newest checkpoint but not in the log.',
  ),
  'seals.event-displaced': found(
    '事件 {streamId} 第 {version} 版（叶 {leafIndex}，机构 {homeId}）不在日志收入事件的次序上：其事务号或序号被改动。',
    'Event {streamId} version {version} (leaf {leafIndex}, home {homeId}) does not stand where the log took it in: its transaction or sequence number was changed.',
  ),
  'seals.event-of-no-transaction': found(
    '事件 {streamId} 第 {version} 版（机构 {homeId}）不在日志中，其事务号 {xid} 本数据库尚未发出，永远不会封存。',
    'Event {streamId} version {version} (home {homeId}) is not in the log, and its transaction number {xid} is one that this database has not given yet: it would never be sealed.',
  ),
  'seals.leaf-hash-changed': found(
    '事件 {streamId} 第 {version} 版（叶 {leafIndex}，机构 {homeId}）所存的叶哈希被改动；事件内容本身与封存时相同。',
    'The leaf hash kept with event {streamId} version {version} (leaf {leafIndex}, home {homeId}) was changed; the event itself is as sealed.',
  ),
  'seals.leaf-missing': found('日志中缺少叶 {leafIndex}。', 'Leaf {leafIndex} is missing from the log.'),
  'seals.leaf-too-much': found(
    '叶 {leafIndex} 超出最新检查点（{treeSize}）。',
    'Leaf {leafIndex} lies beyond the newest checkpoint ({treeSize}).',
  ),
  'seals.tile-changed': found(
    '哈希块 {level}/{index} 缺失或被改动（自第 {place} 个哈希起，共 {count} 个；叶 {firstLeaf} 起）。',
    'Tile {level}/{index} is missing or was changed (from its hash {place} on, {count} in all; leaves from {firstLeaf}).',
  ),
  'seals.tile-too-much': found(
    '哈希块 {level}/{index} 不属于大小为 {treeSize} 的树。',
    'Tile {level}/{index} does not belong to a tree of {treeSize} leaves.',
  ),
  'seals.checkpoint-changed': found(
    '大小为 {treeSize} 的检查点，其登记内容与签名文本不一致。',
    'The checkpoint of size {treeSize} says something else in its columns than in its signed note.',
  ),
  'seals.checkpoint-end-changed': found(
    '大小为 {treeSize} 的检查点止于事务 {lastXid}、序号 {lastSeq}，其末一事件 {streamId} 第 {version} 版（叶 {leafIndex}，机构 {homeId}）却为事务 {xid}、序号 {seq}：两者之一被改动。',
    'The checkpoint of size {treeSize} ends at transaction {lastXid}, sequence {lastSeq}, but its last event, {streamId} version {version} (leaf {leafIndex}, home {homeId}), bears {xid}, {seq}: one of the two was changed.',
  ),
  'seals.checkpoint-not-signed': found(
    '大小为 {treeSize} 的检查点没有在任密钥的有效签名（{reason}）。',
    'The checkpoint of size {treeSize} bears no valid signature of a key in office ({reason}).',
  ),
  'seals.history-rewritten': found(
    '叶 {firstLeaf} 至 {lastLeaf} 之间的历史与大小为 {treeSize} 的已签名检查点不符。',
    'The history from leaf {firstLeaf} to leaf {lastLeaf} is not that of the signed checkpoint of size {treeSize}.',
  ),
  'seals.succession-invalid': found(
    '叶 {leafIndex} 中的密钥更替无效：须由在任密钥与新密钥共同签名。',
    'The change of the sealing key in leaf {leafIndex} is invalid: the key in office and the new one must both sign.',
  ),
  'seals.outside-longer': found(
    '所给检查点有 {outsideSize} 个叶，本日志只有 {treeSize} 个：历史被截短，或检查点较新。',
    'The checkpoint given has {outsideSize} leaves, this log only {treeSize}: history was cut off.',
  ),
  'seals.outside-differs': found(
    '前 {outsideSize} 个叶的历史与所给检查点不符：历史被改写。',
    'The first {outsideSize} leaves are not those of the checkpoint given: history was rewritten.',
  ),
};
