import { describe, expect, it } from 'vitest';
import { aCase } from './support.ts';

const usual = { regime: 'food-safety' };
const entered = (absent: readonly string[] = []) => aCase('special-regime', { usual, absent });
const toApproved = ['announce-plan', 'begin-drafting', 'ask-comments', 'conclude-comments', 'approve'];

describe('a standard under a special law', () => {
  it('enters the register by the acts of its own authority', () => {
    const published = entered().goes(...toApproved, 'publish');
    expect(published.state.taken.at(-1)?.step).toBe('publish');
    expect(published.takes('open-text').state.ended?.stage).toBe('published');
  });

  it('is entered with channel and day when its authority does not work here', () => {
    const away = entered(['regime-authority']);
    const by = 'sac-officer@authority';
    away.refuses('begin-drafting', { check: 'actor' }, { by });
    const elsewhere = { channel: '国家卫生健康委员会网站', on: away.today, number: '2026年第3号' };
    const drafted = away.takes('begin-drafting', { by, elsewhere });
    const approved = drafted.takes('approve', { by, elsewhere });
    expect(approved.takes('publish', { by, elsewhere }).state.taken.at(-1)?.elsewhere).toEqual(elsewhere);
    drafted.refuses('approve', { check: 'elsewhere' }, { by, elsewhere: { ...elsewhere, on: '2027-01-01' } });
  });

  it('is not published by the national authority in its own name, nor without the act', () => {
    const drafted = entered().goes('begin-drafting');
    drafted.refuses('approve', { check: 'actor' }, { by: 'sac-approver@authority' });
    drafted.refuses(
      'approve',
      { check: 'document-required', kind: 'special-regime-act' },
      { without: ['special-regime-act'] },
    );
    const changed = drafted
      .goes('approve')
      .changes('special-regime-act')
      .refuses('publish', { check: 'approved', isVoid: true });
    expect(changed.goes('approve-again', 'publish').stage()).toBe('text-awaited');
  });

  it('is notified to the WTO, given up and taken up again', () => {
    const drafted = entered().goes('begin-drafting', 'enter-notification');
    expect(drafted.goes('give-up', 'take-up-again').stage()).toBe('drafting');
  });
});
