/** A day on which a standard comes into force. */
export interface ComingDay {
  readonly number: string;
  readonly title: string;
  readonly on: string;
  readonly href: string;
}

export const calendarType = 'text/calendar; charset=utf-8';

/** A calendar (RFC 5545) of the days on which standards come into force. */
export function calendarText(name: string, days: readonly ComingDay[], stamp: string): string {
  const at = `${stamp.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guiju//Register of standards//EN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap((day) => [
      'BEGIN:VEVENT',
      `UID:${escaped(day.href)}`,
      `DTSTAMP:${at}`,
      `DTSTART;VALUE=DATE:${day.on.replaceAll('-', '')}`,
      `SUMMARY:${escaped(`${day.number} ${day.title}`)}`,
      `URL:${day.href}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\;,]/g, '\\$&');
}

/** Lines end after 75 bytes and go on with a space; a character is never cut (RFC 5545, 3.1). */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 74) {
      pieces.push(piece);
      piece = ' ';
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return `${[...pieces, piece].join('\r\n')}\r\n`;
}
