import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandLineCommand, Console } from '../part.ts';
import { refusal, refusalMessage } from '../refusal.ts';
import { checkProofFile, type ProofReport } from '../seals/proof-file.ts';
import { proofFindingTexts } from '../seals/proof-findings.ts';
import { keyGiven } from './key-given.ts';

/** `guiju verify-proof`: a proof that was taken away, checked by anyone, without a register and without a network. */
export const verifyProofCommand: CommandLineCommand = {
  name: 'verify-proof',
  usage: 'verify-proof FILE',
  summary: {
    zh: '离线核对取走的证明（标准或核对清单的 proof.json），不需要登记簿的数据；改动过的部分会指明。',
    en: 'Checks a proof that was taken away (proof.json of a standard or a checked list) offline, without a register’s data; what was changed is named.',
  },
  examples: ['verify-proof GB-9706.1-2020.proof.json', 'verify-proof proof.json --list list.json --key KEY'],
  options: [
    { flag: '--key KEY', text: { zh: '登记簿公布的公钥', en: 'the public key as the register published it' } },
    {
      flag: '--list FILE',
      text: { zh: '证明所属的核对结果（JSON）', en: 'the answer as JSON to which the proof belongs' },
    },
    { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
  ],
  needs: 'nothing',
  run: async (call, console) => {
    const { key, list } = call.options;
    const [path = ''] = call.args;
    const report = checkProofFile({
      proof: jsonIn(console, path),
      ...(typeof list === 'string' ? { list: jsonIn(console, list) } : {}),
      key: typeof key === 'string' ? keyGiven(key) : undefined,
    });
    if (call.options['json']) console.print(JSON.stringify(told(report), null, 2));
    else tell(console, report);
    return report.findings.length === 0 ? 0 : 1;
  },
};

/**
 * @throws Refusal `seals.proof-not-readable`
 */
function jsonIn(console: Console, path: string): unknown {
  try {
    return JSON.parse(readFileSync(resolve(console.folder, path), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw refusal('seals.proof-not-readable', { path, why: 'JSON' });
    if (error instanceof Error && 'code' in error)
      throw refusal('seals.proof-not-readable', { path, why: String(error.code) });
    throw error;
  }
}

function told({ findings, checkpoint, leaves, listHash }: ProofReport) {
  const { origin, treeSize, root, settledAt, signedBy } = checkpoint ?? {};
  return {
    holds: findings.length === 0,
    findings,
    origin,
    treeSize,
    rootHash: root && Buffer.from(root).toString('hex'),
    settledAt,
    signedBy: signedBy?.map(({ text }) => text),
    leaves,
    listHash,
  };
}

function tell(console: Console, report: ProofReport): void {
  const isEnglish = console.lang === 'en';
  const { findings, checkpoint, leaves, listHash, isKeyOfFile } = report;
  for (const finding of findings) {
    const { text, remedy } = refusalMessage(proofFindingTexts, finding, console.lang);
    console.print(`✗ ${text} ${remedy}`);
  }
  if (checkpoint !== undefined) {
    const { origin, treeSize, root, settledAt, signedBy } = checkpoint;
    const hash = Buffer.from(root).toString('hex');
    console.print(
      isEnglish
        ? `Log ${origin}, ${treeSize} leaves, root ${hash}, ${settledAt}`
        : `日志 ${origin}，${treeSize} 片叶，根 ${hash}，${settledAt}`,
    );
    for (const { text } of signedBy) console.print(isEnglish ? `Signed by ${text}` : `签名密钥 ${text}`);
    if (isKeyOfFile)
      console.print(
        isEnglish
          ? 'The key was read in the file itself: compare it with the published one, or give that one with --key.'
          : '密钥取自文件本身：与公布的公钥比对，或用 --key 给出公布的公钥。',
      );
  }
  if (listHash !== undefined)
    console.print(isEnglish ? `SHA-256 of the list ${listHash}` : `清单的 SHA-256 ${listHash}`);
  if (findings.length === 0)
    console.print(
      isEnglish ? `The proof holds: ${leaves} leaves are in the log.` : `证明成立：${leaves} 片叶在日志中。`,
    );
}
