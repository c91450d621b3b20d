import type { Command } from '../command.ts';
import { UsageError } from '../command-line.ts';
import { erasePerson, erasePrivateTexts } from '../erasure.ts';
import type { CommandLineCommand, Deps, Eraser } from '../part.ts';

const kernelErasers: readonly Eraser[] = [
  {
    what: 'person',
    erase: (deps, { id, basis }) => erased(deps, erasePerson, { personId: id, basis }),
  },
  {
    what: 'text',
    erase: (deps, { id, basis }) => {
      const [homeId, textId] = id.split('/');
      return erased(deps, erasePrivateTexts, { texts: [{ homeId, textId }], basis });
    },
  },
];

async function erased(deps: Deps, command: Command, input: unknown): Promise<number> {
  const request = { actor: deps.operator, key: deps.random.uuid() };
  return (await deps.executor.execute(command, input, request)).events.length;
}

/** `guiju erase`: takes away what a person wrote, one text, or what a part keeps, and leaves a log that still verifies. */
export function eraseCommand(ofParts: readonly Eraser[]): CommandLineCommand {
  const erasers = [...kernelErasers, ...ofParts];
  const usage = erasers.map(({ what }) => `erase ${what} ${what === 'text' ? 'HOME/ID' : 'ID'}`).join(' | ');
  return {
    name: 'erase',
    usage,
    summary: {
      zh: '依法删除某人的私密文本及其在各行为中的姓名，或者删除一份文本（其 HOME/ID 由 guiju correction show 列出）、一个文件内容（ID 是其 SHA-256）；历史仍可核对，页面显示“已删除”及依据和日期。',
      en: 'Erases the private texts of a person and the name in acts, or one text (guiju correction show lists its HOME/ID), or the content of a document (its SHA-256), as the law demands; the history still verifies, pages say “erased” with basis and date.',
    },
    examples: [
      'erase person 01900000-0000-7000-8000-00000000000a --basis "PIPL art. 47, request of 2026-05-03"',
      'erase text 01900000-0000-7000-8000-000000000001/01900000-0000-7000-8000-00000000000b --basis "PIPL art. 47"',
    ],
    options: [{ flag: '--basis TEXT', text: { zh: '法律依据（必填）', en: 'the legal basis (required)' } }],
    isActOfAuthority: true,
    needs: 'register',
    run: async ({ args, options }, console, deps) => {
      const [what = '', id = ''] = args;
      const basis = String(options['basis'] ?? '');
      const eraser = erasers.find((one) => one.what === what);
      if (!eraser) throw new UsageError(`guiju ${usage}`);
      const events = await eraser.erase(deps, { id, basis });
      const isEnglish = console.lang === 'en';
      if (events === 0) console.print(isEnglish ? 'There was nothing left to erase.' : '没有可删除的内容。');
      else console.print(isEnglish ? `Erased; recorded in ${events} event(s).` : `已删除；记入 ${events} 个事件。`);
      return 0;
    },
  };
}
