import { beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../tests/support/public-desk.ts';
import { takeAllowance } from './allowance.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  house.turnTo('2026-06-30');
});

/** Takes rows as at a time of that day, in UTC; the installation is eight hours ahead. */
const take = (amount: number, time = '04:15:00.000') =>
  takeAllowance(
    { ...house, clock: { ...house.clock, now: () => `2026-06-30T${time}Z` } },
    { kind: 'rows', of: '192.0.2.1', most: 100, amount, per: 'hour' },
  );

describe('an allowance of an hour', () => {
  test('grants what is left, refuses more with the seconds to wait, and takes nothing for what it refuses', async () => {
    expect(await take(60)).toEqual({ isGranted: true, left: 40, seconds: 2_700 });
    expect(await take(41)).toEqual({ isGranted: false, left: 40, seconds: 2_700 });
    expect(await take(101)).toMatchObject({ isGranted: false, left: 40 });
    expect(await take(40)).toMatchObject({ isGranted: true, left: 0 });
    expect(await take(1, '04:59:59.900')).toEqual({ isGranted: false, left: 0, seconds: 1 });
  });

  test('is whole again with the next hour', async () => {
    await take(100);
    expect(await take(100, '05:00:00.000')).toMatchObject({ isGranted: true, left: 0 });
  });

  test('of a day ends with the day of the installation', async () => {
    const ofDay = { kind: 'lists', of: '192.0.2.1', most: 1 };
    expect(await takeAllowance(house, ofDay)).toEqual({ isGranted: true, left: 0, seconds: 43_200 });
    expect(await takeAllowance(house, ofDay)).toEqual({ isGranted: false, left: 0, seconds: 43_200 });
    house.turnTo('2026-07-01');
    expect(await takeAllowance(house, ofDay)).toMatchObject({ isGranted: true });
  });
});
