import { describe, expect, it } from 'vitest';
import { emptyRoot, leafHash, rootOver } from './merkle-tree.ts';
import { eightLeaves, hex, naiveRoot, numberedLeaves } from './naive-tree.ts';

describe('the tree of RFC 6962', () => {
  it('has the published root without leaves', () => {
    expect(hex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(rootOver(new Uint8Array()))).toBe(hex(emptyRoot));
  });

  it('has the published hash of an empty leaf, as text and as bytes', () => {
    const published = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d';
    expect(hex(leafHash(''))).toBe(published);
    expect(hex(leafHash(new Uint8Array()))).toBe(published);
    expect(hex(leafHash('强制性'))).toBe(hex(leafHash(Buffer.from('强制性'))));
  });

  it.each([
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('has the published root over the first %i of the eight known leaves', (count, root) => {
    expect(hex(rootOver(Buffer.concat(eightLeaves.slice(0, count))))).toBe(root);
  });

  it('has the root of the recursive definition at every size up to 600', () => {
    const leaves = numberedLeaves(600);
    for (let size = 0; size <= 600; size += 1) {
      expect(hex(rootOver(Buffer.concat(leaves.slice(0, size))))).toBe(hex(naiveRoot(leaves.slice(0, size))));
    }
  });
});
