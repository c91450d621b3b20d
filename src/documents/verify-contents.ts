import { createHash } from 'node:crypto';
import type { CommandLineCommand, Deps } from '../foundation/part.ts';
import { namedContents } from './queries.ts';
import { type ContentStore, contentStore } from './store/content-store.ts';

export interface ContentFinding {
  readonly hash: string;
  readonly finding: 'missing' | 'altered';
}

/** Reads every content that the register names and that was not erased, and compares it with its hash. */
export async function checkContents(
  deps: Pick<Deps, 'database' | 'settings' | 'random'>,
  onProgress: (done: number) => void = () => {},
): Promise<{ readonly checked: number; readonly findings: readonly ContentFinding[] }> {
  const store = contentStore(deps);
  const named = await namedContents(deps.database);
  const findings: ContentFinding[] = [];
  let checked = 0;
  for (const { hash } of named) {
    const finding = await findingOf(store, hash);
    if (finding) findings.push({ hash, finding });
    onProgress(++checked);
  }
  return { checked, findings };
}

async function findingOf(store: ContentStore, hash: string): Promise<ContentFinding['finding'] | undefined> {
  const stream = await store.open(hash);
  if (!stream) return 'missing';
  const found = createHash('sha256');
  for await (const piece of stream) found.update(piece);
  return found.digest('hex') === hash ? undefined : 'altered';
}

/** `guiju verify-contents`: whether the store holds what the register names, on disk or in a bucket. */
export const verifyContentsCommand: CommandLineCommand = {
  name: 'verify-contents',
  usage: 'verify-contents',
  summary: {
    zh: '逐一读取登记簿所记载的文件内容（磁盘或 S3 存储），与其 SHA-256 核对，列出缺失和被改动的。',
    en: 'Reads every content of a document that the register names, on disk or in the S3 store, compares it with its SHA-256, and lists what is missing or altered.',
  },
  examples: ['verify-contents', 'verify-contents --json'],
  options: [{ flag: '--json', text: { zh: '以 JSON 输出', en: 'as JSON' } }],
  needs: 'register',
  run: async (call, console, deps) => {
    const bar = console.progress(console.lang === 'en' ? 'contents' : '项内容', undefined);
    const { checked, findings } = await checkContents(deps, bar.at);
    bar.end();
    if (call.options['json'] === true) console.print(JSON.stringify({ checked, findings }));
    else console.print(sentence(console.lang, checked, findings));
    return findings.length === 0 ? 0 : 1;
  },
};

function sentence(lang: 'zh-Hans' | 'en', checked: number, findings: readonly ContentFinding[]): string {
  const words = { missing: { 'zh-Hans': '缺失', en: 'missing' }, altered: { 'zh-Hans': '被改动', en: 'altered' } };
  const head =
    lang === 'en'
      ? `${checked} contents read, ${findings.length} findings.`
      : `已读取 ${checked} 项内容，问题 ${findings.length} 项。`;
  return [head, ...findings.map(({ hash, finding }) => `  ${words[finding][lang]} ${hash}`)].join('\n');
}
