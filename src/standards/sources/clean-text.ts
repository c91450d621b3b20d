/**
 * Texts of sources as the register keeps them: NFC, without control and bidi override characters (DESIGN 8).
 * Nothing visible is changed: no dash, bracket or width is improved.
 */

// Line breaks and tabs are handled by the callers; zero-width joiners stay, they carry meaning in some scripts.
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

// A single space stays untouched: replacing it by itself would cost more than all else.
const spaces = /\s{2,}|[^\S ]/g;

/** A text of one line: a name, a number. Line breaks become spaces. */
export function cleanLine(text: string): string {
  return cleaned(text).replace(spaces, ' ').trim();
}

/**
 * A title cell: a line break between two Chinese characters is the width of the column, not a space of the title. Before
 * "第1部分" it stands for the space between the elements of a title (GB/T 1.1-2020).
 */
export function cleanTitle(text: string): string {
  return cleanLine(
    cleaned(text).replace(
      /(?<=[\p{Script=Han}：；，。、（）])[\r\n]+(?=[\p{Script=Han}（])(?!第[\d一二三四五六七八九十百]{1,6}部分)/gu,
      '',
    ),
  );
}

/** A text of several lines, such as a scope: lines are trimmed and empty ones dropped. */
export function cleanLines(text: string): string {
  return cleaned(text)
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(spaces, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** What offices write where there is nothing to say. */
export function isBlank(text: string): boolean {
  return /^(?:|[-—–/\\.…*?_]+|无|暂无|空|n\/?a|none|null)$/i.test(text.normalize('NFKC').trim());
}

/** Most texts are plain already; asking so first makes a file of ISO rows four times as fast to read. */
const plain = /^[\n\x20-\x7e]*$/;

function cleaned(text: string): string {
  if (plain.test(text)) return text;
  return text.toWellFormed().normalize('NFC').replace(invisible, '');
}
