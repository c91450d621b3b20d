import { onBasis } from '../actor.ts';
import { basisOption } from '../command-line.ts';
import { dropKeysToBe, keyInOffice, makeNextKey, putInOffice, retiredKeyFile } from '../key-files.ts';
import type { CommandLineCommand } from '../part.ts';
import { Refusal } from '../refusal.ts';
import { replaceSealingKey } from '../replace-sealing-key.ts';
import { keySuccession } from '../seals/keys.ts';

/** `guiju replace-key`: a new sealing key takes over by an act that the old one has signed (DESIGN 10, rule 9). */
export const replaceKeyCommand: CommandLineCommand = {
  name: 'replace-key',
  usage: 'replace-key',
  summary: {
    zh: '更换封存密钥：生成新密钥，由旧密钥签署移交并记入历史，此后的检查点由新密钥签名；旧密钥文件改名保留。',
    en: 'Replaces the sealing key: makes a new one, records the hand-over signed by the old, and signs checkpoints with the new from then on; the old key file is kept under its identifier.',
  },
  examples: ['replace-key', 'replace-key --basis "密钥管理办法第 7 条，2026 年 11 月定期更换"'],
  options: [basisOption, { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } }],
  isActOfAuthority: true,
  needs: 'register',
  run: async ({ options }, console, deps) => {
    const folder = deps.settings.data;
    const old = keyInOffice(folder);
    const next = makeNextKey(folder, deps.installation.origin, deps.random);
    const succession = keySuccession(old, next);
    const request = { actor: onBasis(deps.operator, options['basis']), key: deps.random.uuid() };
    try {
      await deps.executor.execute(replaceSealingKey, { first: deps.sealingKeys.first.text, succession }, request);
    } catch (error) {
      // After any other failure the act may be recorded all the same: the next start sees it in the log.
      if (error instanceof Refusal) dropKeysToBe(folder, next.id);
      throw error;
    }
    putInOffice(folder, next.id);
    // Any other key waiting was signed for by the key that has just left office, so its act can only be refused.
    dropKeysToBe(folder);
    await deps.sealer.sealNow();
    const told = { old: old.text, new: next.text, kept: retiredKeyFile(folder, old.id), succession };
    if (options['json']) console.print(JSON.stringify(told, null, 2));
    else
      console.print(
        console.lang === 'en'
          ? `The sealing key ${old.id} has handed over to ${next.id}. The old key file is kept as ${told.kept}.\nPublish the new public key: ${next.text}\nMake a backup now: earlier ones hold the old key only.`
          : `封存密钥已由 ${old.id} 移交给 ${next.id}。旧密钥文件保留为 ${told.kept}。\n公布新公钥：${next.text}\n立即备份：此前的备份只含旧密钥。`,
      );
    return 0;
  },
};
