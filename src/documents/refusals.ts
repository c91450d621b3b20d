import type { RefusalTexts } from '../foundation/refusal.ts';
import { intakeRefusals } from './intake/refusals.ts';

/** What may not be done with a document or its content. */
const documentTexts: RefusalTexts = {
  'documents.not-found': {
    category: 'not-found',
    zh: '没有编号为 {document} 的文件，或者按规定不向来访者公开。',
    en: 'There is no document {document}, or by its access rule it is not for this visitor.',
    remedyZh: '核对网址；有权限的，先登录再打开。',
    remedyEn: 'Check the address; whoever may read it opens it after signing in.',
  },
  'documents.not-readable': {
    category: 'not-permitted',
    zh: '“{document}”的文本不向来访者公开，只公开{access}。依据：{basis}。',
    en: 'The text of “{document}” is not open to this visitor, only its {access}. Basis: {basis}.',
    remedyZh: '文件页面写明适用的规则和开放日期；有权限的，先登录再打开。',
    remedyEn:
      'The page of the document says which rule applies and from which day; whoever may read it opens it after signing in.',
  },
  'documents.withdrawn': {
    category: 'conflict',
    zh: '“{document}”已于 {day} 撤回，不能再作改动。',
    en: '“{document}” was withdrawn on {day}; nothing can be done to it any more.',
    remedyZh: '需要时作为新文件录入。',
    remedyEn: 'Where it is needed again, enter it as a new document.',
  },
  'documents.not-the-current-version': {
    category: 'conflict',
    zh: '要批准的内容（{hash}）不是现行版本；现行版本是 {current}。没有批准任何内容。',
    en: 'The content to be approved ({hash}) is not the current version; that is {current}. Nothing was approved.',
    remedyZh: '打开文件，看清改动之处，再批准现行版本。',
    remedyEn: 'Open the document, see what changed, and approve the current version.',
  },
  'documents.version-unknown': {
    category: 'not-found',
    zh: '这一文件没有内容为 {hash} 的版本。',
    en: 'The document has no version whose content is {hash}.',
    remedyZh: '从文件页面的版本列表中选择。',
    remedyEn: 'Choose one from the versions on the page of the document.',
  },
  'documents.scan-not-a-picture': {
    category: 'invalid',
    zh: '“{file}”是 {type}，不是扫描件。',
    en: '“{file}” is {type}, not a scan.',
    remedyZh: '扫描为 PDF、PNG、JPEG、WebP 或 TIFF 后上传。',
    remedyEn: 'Scan the paper to PDF, PNG, JPEG, WebP or TIFF and send that.',
  },
  'documents.kind-unknown': {
    category: 'invalid',
    zh: '没有文件种类“{kind}”。',
    en: 'There is no kind of document “{kind}”.',
    remedyZh: '从代码表 document-kinds 中选择。',
    remedyEn: 'Choose one from the code list document-kinds.',
  },
  'documents.content-unknown': {
    category: 'not-found',
    zh: '没有文件含有内容 {hash}，没有删除任何内容。',
    en: 'No document names the content {hash}; nothing was erased.',
    remedyZh: '从文件页面的版本列表抄录 SHA-256。',
    remedyEn: 'Copy the SHA-256 from the versions on the page of the document.',
  },
  'documents.content-was-erased': {
    category: 'gone',
    zh: '这一内容（{hash}）已依法删除，不能再次录入。',
    en: 'This content ({hash}) was erased as the law demands and cannot be entered again.',
    remedyZh: '去掉须删除的部分，作为另一内容上传。',
    remedyEn: 'Take out what had to be erased and send it as another content.',
  },
  'documents.content-missing': {
    category: 'unavailable',
    zh: '登记簿记载了内容 {hash}，存储中却没有。',
    en: 'The register names the content {hash}, but the store does not hold it.',
    remedyZh: '由管理员运行 guiju verify-contents 查明缺失，并从备份恢复。',
    remedyEn: 'The operator runs guiju verify-contents, which lists what is missing, and restores it from a backup.',
  },
  'documents.store-not-reachable': {
    category: 'unavailable',
    zh: '文件存储 {store} 没有应答或拒绝了请求（{reason}），没有写入任何内容。',
    en: 'The store of documents {store} does not answer or refused ({reason}); nothing was written.',
    remedyZh: '由管理员核对设置 documents.s3 的地址、桶、区域和密钥；稍后再试。',
    remedyEn: 'The operator checks address, bucket, region and keys in the setting documents.s3; try again later.',
  },
  'documents.range-not-satisfiable': {
    category: 'invalid',
    zh: '所要的字节范围（{range}）超出了文件的 {size} 字节。',
    en: 'The range asked for ({range}) lies outside the {size} bytes of the file.',
    remedyZh: '去掉 Range，或者在文件大小以内指定。',
    remedyEn: 'Ask without Range, or within the size of the file.',
  },
};

export const documentRefusals: RefusalTexts = { ...documentTexts, ...intakeRefusals };
