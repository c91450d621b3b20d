/** The sheets of a review workbook and the titles of their columns: what is written is found again by these words. */
export const reviewSheets = {
  columns: '列 columns',
  cells: '单元格 cells',
  left: '略过 left out',
  fields: '字段 fields',
} as const;

/** Titles in the columns sheet; the sender fills in those that say `correct`. */
export const columnTitles = {
  sheet: '工作表 sheet',
  fingerprint: '标识 fingerprint',
  header: '标题行 header row',
  correctHeader: '标题行改为 correct header row',
  letter: '列 column',
  heading: '标题 heading',
  occurrence: '第几个 occurrence',
  field: '理解为 understood as',
  confidence: '把握 confidence',
  why: '为何 why',
  samples: '样例 samples',
  correction: '改为字段 correct field',
} as const;

/** Titles in the cells sheet; the sender fills in the last. */
export const cellTitles = {
  sheet: '工作表 sheet',
  row: '行 row',
  number: '标准编号 number',
  field: '字段 field',
  outcome: '结果 outcome',
  text: '文件中 in the file',
  understood: '理解为 understood as',
  zh: '情况与办法',
  en: 'Remark and remedy',
  correction: '改为 correct text',
} as const;

/** Written in the place of a field: the column is not to be read. */
export const notRead = '-';
