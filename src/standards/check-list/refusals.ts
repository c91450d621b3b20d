import type { RefusalTexts } from '../../foundation/refusal.ts';

/** What checking a list refuses. Numbers that are not understood are answered row by row and refuse nothing. */
export const checkListRefusals: RefusalTexts = {
  'standards.list-empty': {
    category: 'invalid',
    zh: '没有收到清单：既没有粘贴编号，也没有选择文件。',
    en: 'No list arrived: nothing was pasted and no file was chosen.',
    remedyZh: '粘贴编号，或者选择一个 XLSX、CSV、DOCX 或文本文件。',
    remedyEn: 'Paste the numbers, or choose an XLSX, CSV, DOCX or text file.',
  },
  'standards.list-without-numbers': {
    category: 'invalid',
    zh: '清单中没有找到标准编号。',
    en: 'No standard number was found in the list.',
    remedyZh: '核对文件和工作表；编号应带代号，例如 GB/T 1.1-2020、ISO 9001。扫描件和图片中的编号无法读取。',
    remedyEn:
      'Check the file and the sheet; numbers carry their prefix, such as GB/T 1.1-2020 or ISO 9001. Numbers in scans and pictures cannot be read.',
  },
  'standards.list-too-long': {
    category: 'too-large',
    zh: '清单中的编号超过 {most} 个的上限，没有核对。',
    en: 'The list holds more than {most} numbers and was not checked.',
    remedyZh: '分成几份核对；需要整个登记册时，下载成批数据。',
    remedyEn: 'Check it in several parts; for the whole register, download the bulk files.',
  },
  'standards.list-text-too-long': {
    category: 'too-large',
    zh: '粘贴的文字有 {length} 个字符，超过 {longest} 个的上限。',
    en: 'The pasted text has {length} characters; at most {longest} are read.',
    remedyZh: '改用文件上传，或者分成几份。',
    remedyEn: 'Send it as a file, or in several parts.',
  },
  'standards.list-too-many-today': {
    category: 'too-many',
    zh: '今天从同一地址已核对 {most} 份清单。',
    en: '{most} lists were checked from one address today.',
    remedyZh: '明天再试；大量核对用命令行 guiju check-list，在自己的安装上没有这一限制。',
    remedyEn:
      'Try again tomorrow; for more, the command line guiju check-list of an installation of your own has no such limit.',
  },
  'standards.list-rows-too-many': {
    category: 'too-many',
    zh: '每小时为同一地址最多核对 {most} 个编号；这份清单有 {rows} 个，本小时还可核对 {left} 个，因此没有核对。',
    en: 'At most {most} numbers an hour are checked for one address; this list has {rows}, {left} are left of this hour, so it was not checked.',
    remedyZh: '{minutes} 分钟后再试；大量核对用命令行 guiju check-list，在自己的安装上没有这一限制。',
    remedyEn:
      'Try again in {minutes} min; for more, the command line guiju check-list of an installation of your own has no such limit.',
  },
  'standards.list-not-kept': {
    category: 'gone',
    zh: '这个地址没有核对结果：已超过 30 天的保存期，或者地址不完整。',
    en: 'There is no answer at this address: it was kept for 30 days, or the address is not complete.',
    remedyZh: '重新核对该清单。',
    remedyEn: 'Check the list again.',
  },
  'standards.list-not-proven-yet': {
    category: 'unavailable',
    zh: '登记册还没有检查点，尚无证明可下载。',
    en: 'The register has no checkpoint yet, so there is no proof to download.',
    remedyZh: '稍后再试。',
    remedyEn: 'Try again in a moment.',
  },
};
