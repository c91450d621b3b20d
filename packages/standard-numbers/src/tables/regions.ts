import { citiesNorth } from './cities-north.ts';
import { citiesSouth } from './cities-south.ts';
import { provinces, type Region } from './provinces.ts';

/** Divisions that can stand in a DB prefix, by two digits (province) and four digits (city). */
export const regions: ReadonlyMap<string, Region> = new Map(
  [...provinces, ...citiesNorth, ...citiesSouth].map((region) => [region.code, region] as const),
);
