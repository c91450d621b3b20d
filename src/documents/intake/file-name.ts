/** Longest name that is kept; the longest that file systems take is 255 bytes. */
const longest = 120;

/**
 * The name of a file as it may be kept and offered again: the last step of its path, in NFC, without control and format
 * characters (a bidi override makes "gpj.exe" read "exe.jpg"), and with the ending of what the content is.
 */
export function fileNameFor(given: string, ending: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu, '')
    .replace(/["<>|:*?]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const wanted = `.${ending}`;
  const base = plain.toLowerCase().endsWith(wanted) ? plain.slice(0, -wanted.length) : withoutEnding(plain);
  const kept = [...base].slice(0, longest).join('').trimEnd();
  return `${kept === '' ? 'document' : kept}${wanted}`;
}

/** Endings that mean a kind of file; anything else behind a dot is part of the name: "GB 9706.1". */
const endings =
  /\.(?:pdf|docx?|docm|dotm?|xlsx?|xlsm|pptx?|xml|png|jpe?g|jpe|webp|tiff?|txt|csv|md|zip|rar|7z|gz|tar|html?|svg|js|exe|com|bat|cmd|scr|msi|lnk|vbs|ps1|sh|php|jar|rtf|odt|ods|wps|ofd|bin)$/i;

function withoutEnding(name: string): string {
  return name.replace(endings, '');
}
