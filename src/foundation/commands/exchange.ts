import { resolve } from 'node:path';
import type { WriteHandle } from '../database.ts';
import type { CommandLineCommand, Deps } from '../part.ts';
import { rebuild } from '../rebuild.ts';
import { refusal } from '../refusal.ts';
import { exportRegister, showsOnlyPublic } from '../seals/export-register.ts';
import { importRegister, verifyRegisterFile } from '../seals/import-register.ts';
import type { ImportedEvent } from '../seals/import-rows.ts';
import { sql } from '../sql.ts';
import { keyGiven } from './key-given.ts';
import { rebuildDeps } from './verify.ts';

/** `guiju export`: a register as one file that proves itself. */
export const exportCommand: CommandLineCommand = {
  name: 'export',
  usage: 'export FILE',
  summary: {
    zh: '把登记簿写成一个可自证的文件：公开事件、证明和签名清单；不公开的只以叶的散列计入。',
    en: 'Writes the register as one file that proves itself: public events, proofs, a signed manifest; what is not public is counted by its leaf hash alone.',
  },
  examples: ['export register.guiju', 'export standards.guiju --kind standard'],
  options: [
    { flag: '--kind KIND', text: { zh: '只要一类事项，如 standard', en: 'one kind of thing only, such as standard' } },
    {
      flag: '--home CODE',
      text: {
        zh: '只要一个机构名下的，如 ISO；写机构代号或标识',
        en: 'only what is registered under one organization, such as ISO: its code or its identifier',
      },
    },
  ],
  needs: 'register',
  run: async (call, console, deps) => {
    const { kind, home } = call.options;
    if (typeof kind === 'string') refuseUnknownKind(kind, deps);
    const homeId = typeof home === 'string' ? await homeGiven(home, deps) : undefined;
    await deps.sealer.sealNow();
    const [signer] = deps.sealingKeys.signers();
    if (!signer) throw new Error('There is no sealing key.');
    const bar = console.progress(console.lang === 'en' ? 'events' : '事件', undefined);
    const path = resolve(console.folder, call.args[0] ?? '');
    const manifest = await exportRegister({
      database: deps.database,
      origin: deps.installation.origin,
      signer,
      path,
      isPublic: showsOnlyPublic(deps.types),
      onProgress: bar.at,
      ...(typeof kind === 'string' ? { kind } : {}),
      ...(homeId === undefined ? {} : { homeId }),
    });
    bar.end();
    const { events = 0, withheld = 0 } = manifest.counts;
    console.print(
      console.lang === 'en'
        ? `${path}: ${events} events, ${withheld} by their hash alone. Signed by ${signer.text}`
        : `${path}：事件 ${events} 个，另有 ${withheld} 个只以散列计入。签名公钥：${signer.text}`,
    );
    return 0;
  },
};

/** A file without anything in it would be signed as if there were nothing. */
function refuseUnknownKind(kind: string, { types }: Deps): void {
  const kinds = [...new Set(types.all.map((type) => type.kind))].sort();
  if (!kinds.includes(kind)) throw refusal('seals.kind-unknown', { kind: kind.slice(0, 80), kinds: kinds.join(', ') });
}

/** A home is a thing that is its own home, named by its identifier or by what it claims, such as the code of an organization. */
async function homeGiven(home: string, { database }: Deps): Promise<string> {
  const rows = await database.all<{ readonly home_id: string }>(
    sql`select distinct home_id from claim where home_id = stream_id and (value = ${home} or home_id::text = ${home})`,
  );
  const [only, another] = rows;
  if (only === undefined || another !== undefined) throw refusal('seals.home-unknown', { home: home.slice(0, 80) });
  return only.home_id;
}

/** `guiju import-register`: verified to the last byte before the first row is written. */
export const importRegisterCommand: CommandLineCommand = {
  name: 'import-register',
  usage: 'import-register FILE',
  summary: {
    zh: '核对并导入另一安装导出的登记簿；签名、每个字节、每片叶和根都相符之后才写入。',
    en: 'Verifies a register exported elsewhere and takes it in; signature, bytes, leaves and root must agree before a row is written.',
  },
  examples: [
    'import-register register.guiju --key "standards.example.cn/register+1a2b3c4d+…"',
    'import-register register.guiju --key … --verify-only',
  ],
  options: [
    {
      flag: '--key KEY',
      text: { zh: '出具方公布的公钥（必填）', en: 'the public key that its operator publishes (required)' },
    },
    { flag: '--verify-only', text: { zh: '只核对，不写入', en: 'verify and write nothing' } },
  ],
  needs: 'register',
  run: async (call, console, deps) => {
    const { key } = call.options;
    if (typeof key !== 'string') throw refusal('seals.key-not-given');
    const work = { path: resolve(console.folder, call.args[0] ?? ''), keys: [keyGiven(key)] };
    const bar = console.progress(console.lang === 'en' ? 'lines' : '行', undefined);
    if (call.options['verify-only']) {
      const { about, file } = await verifyRegisterFile({ ...work, onProgress: bar.at });
      bar.end();
      console.print(JSON.stringify({ ...about, counts: file.manifest.counts }, null, 2));
      return 0;
    }
    const done = await importRegister({
      ...work,
      database: deps.database,
      written: (tx, events) => claimAndQueue(tx, events, deps),
      onProgress: bar.at,
    });
    bar.end();
    if (done.added > 0) await rebuild(deps.database, rebuildDeps(deps));
    console.print(
      console.lang === 'en'
        ? `${done.events} events verified, ${done.added} new here, ${done.withheld} by their hash alone.`
        : `已核对 ${done.events} 个事件，新增 ${done.added} 个，另有 ${done.withheld} 个只有散列。`,
    );
    return 0;
  },
};

/** In the writing transaction: a number that is taken here refuses the whole file, and the indexers hear of what is new. */
async function claimAndQueue(tx: WriteHandle, events: readonly ImportedEvent[], deps: Deps): Promise<void> {
  const rows = events.flatMap(({ event }) => {
    const data = typeof event.data === 'object' && event.data !== null ? { ...event.data } : {};
    const { take = [] } = deps.types.of(event.type).claims(data);
    return take.map((claim) => [claim.kind, claim.value, event.homeId, event.streamId]);
  });
  try {
    await tx.copy('claim', ['kind', 'value', 'home_id', 'stream_id'], rows);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505')
      throw refusal('seals.register-claims-taken');
    throw error;
  }
  const streams = [
    ...new Map(events.map(({ event }) => [event.streamId, [event.kind, event.homeId, event.streamId]])).values(),
  ];
  await tx.copy('changed_stream', ['kind', 'home_id', 'stream_id'], streams);
}
