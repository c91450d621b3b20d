import { UsageError } from '../command-line.ts';
import { erasePerson, erasePrivateTexts } from '../erasure.ts';
import type { CommandLineCommand } from '../part.ts';

/** `guiju erase`: takes away what a person wrote, or one text, and leaves a log that still verifies. */
export const eraseCommand: CommandLineCommand = {
  name: 'erase',
  usage: 'erase person ID | erase text HOME/ID',
  summary: {
    zh: '依法删除某人的私密文本及其在各行为中的姓名，或者删除一份文本（其 HOME/ID 由 guiju correction show 列出）；历史仍可核对，页面显示“已删除”及依据和日期。',
    en: 'Erases the private texts of a person and the name in acts, or one text, as the law demands (guiju correction show lists its HOME/ID); the history still verifies, pages say “erased” with basis and date.',
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
    const basis = options['basis'] ?? '';
    const request = { actor: deps.operator, key: deps.random.uuid() };
    const [homeId, textId] = id.split('/');
    if (what !== 'person' && what !== 'text') throw new UsageError('guiju erase person ID | erase text HOME/ID');
    const { events } =
      what === 'person'
        ? await deps.executor.execute(erasePerson, { personId: id, basis }, request)
        : await deps.executor.execute(erasePrivateTexts, { texts: [{ homeId, textId }], basis }, request);
    const isEnglish = console.lang === 'en';
    if (events.length === 0) console.print(isEnglish ? 'There was nothing left to erase.' : '没有可删除的内容。');
    else
      console.print(
        isEnglish ? `Erased; recorded in ${events.length} event(s).` : `已删除；记入 ${events.length} 个事件。`,
      );
    return 0;
  },
};
