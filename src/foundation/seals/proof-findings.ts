import type { RefusalText, RefusalTexts } from '../refusal.ts';

function found(zh: string, en: string): RefusalText {
  return {
    category: 'conflict',
    zh,
    en,
    remedyZh: '从登记簿重新取得文件再核对；仍不符的，以登记簿公布的密钥和另行保存的检查点为准。',
    remedyEn:
      'Take the files from the register again and check once more; if they still differ, go by the published key and a checkpoint kept elsewhere.',
  };
}

/** What a check of a proof file can find (`guiju verify-proof`). */
export const proofFindingTexts: RefusalTexts = {
  'seals.proof-not-understood': found(
    '文件不是标准的证明，也不是核对清单的证明（proof.json）。',
    'The file is neither the proof of a standard nor that of a checked list (proof.json).',
  ),
  'seals.proof-not-signed': found(
    '检查点没有所给密钥的有效签名（{reason}）：检查点、签名或密钥更替记录被改动，或者密钥不对。',
    'The checkpoint bears no valid signature of the key ({reason}): the checkpoint, its signature or a hand-over was changed, or the key is another one.',
  ),
  'seals.proof-other-checkpoint': found(
    '证明所写的日志大小（{treeSize}）或根散列与已签名的检查点不同。',
    'The size ({treeSize}) or root hash in the proof is not that of the signed checkpoint.',
  ),
  'seals.proof-leaf-changed': found(
    '叶 {leafIndex} 的内容与其散列不符：内容或散列被改动。',
    'Leaf {leafIndex} does not have the hash that is told: its text or its hash was changed.',
  ),
  'seals.proof-path-changed': found(
    '叶 {leafIndex} 的证明到不了根散列：叶或路径被改动。',
    'The proof of leaf {leafIndex} does not lead to the root: the leaf or the path was changed.',
  ),
  'seals.proof-leaves-changed': found(
    '{count} 片叶的证明到不了根散列：某片叶的散列或间隔中的散列被改动。',
    'The proof of the {count} leaves does not lead to the root: the hash of a leaf or one between them was changed.',
  ),
  'seals.list-not-understood': found(
    '清单文件不是核对结果（JSON），或者证明不是清单的证明。',
    'The list is not an answer as JSON, or the proof is not that of a list.',
  ),
  'seals.list-changed': found(
    '清单的 SHA-256 是 {found}，证明所写的是 {told}：清单被改动，或者属于另一份证明。',
    'The SHA-256 of the list is {found}, the proof tells {told}: the list was changed, or belongs to another proof.',
  ),
  'seals.list-other-checkpoint': found(
    '清单所据的日志状态不是证明的那一个（{treeSize} 片叶）。',
    'The list rests on another state of the log than the proof ({treeSize} leaves).',
  ),
};
