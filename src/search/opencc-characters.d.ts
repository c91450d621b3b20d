/** Traditional and simplified characters of OpenCC (Apache-2.0), `traditional simplified|traditional simplified|...`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
