/** One step of a made-up project: who takes it, how many days after the first, and what is entered. */
export interface ScriptedStep {
  readonly step: string;
  readonly by: string;
  readonly after: number;
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly documents?: readonly string[];
  readonly result?: Readonly<Record<string, number>>;
  /** Last day of the window it opens, so many days after the first. */
  readonly closesAfter?: number;
  /** Entered by the secretariat for somebody who wrote on paper. */
  readonly enteredFor?: string;
  /** Another person of the same role. */
  readonly second?: true;
}

const secretary = 'tc-secretary@committee';
const submission = [
  'submission-letter',
  'file-list',
  'application-form',
  'draft-for-approval',
  'compilation-explanation',
  'verification-report',
  'comment-table',
  'review-minutes',
  'voting-list',
  'draft-for-review',
];

/** The way of a voluntary national standard from the suggestion to publication, as it goes when all goes well. */
export const voluntaryStandard: readonly ScriptedStep[] = [
  { step: 'suggest', by: 'anyone', after: 0, documents: ['project-suggestion'] },
  { step: 'put-to-vote', by: secretary, after: 9, closesAfter: 30, documents: ['draft-for-comments'] },
  {
    step: 'conclude-proposal-vote',
    by: secretary,
    after: 31,
    result: { entitled: 27, favour: 23, against: 1, abstained: 1 },
    documents: ['voting-list'],
  },
  {
    step: 'apply',
    by: secretary,
    after: 35,
    facts: {
      ics: ['11.140'],
      ccs: ['C46'],
      'project-class': 'general',
      'needs-surveyed': ['生产企业', '医疗机构', '检验机构'],
      necessity: '样例：使用中多次出现同类事故，现有标准未作规定。',
      feasibility: '样例：试验方法成熟，已有三家单位验证。',
    },
    documents: ['application-form', 'needs-survey'],
  },
  { step: 'recommend', by: 'department-officer@department', after: 45 },
  {
    step: 'evaluate',
    by: 'evaluation-officer@evaluation',
    after: 62,
    facts: { 'evaluation-opinion': 'approve', reason: '样例：必要、可行，与在用标准协调。', fast: 'none' },
    documents: ['evaluation-opinion'],
  },
  { step: 'give-notice', by: 'sac-officer@authority', after: 66 },
  {
    step: 'conclude-notice',
    by: 'sac-officer@authority',
    after: 112,
    result: { received: 1, answered: 1, upheld: 0 },
  },
  { step: 'issue-plan', by: 'sac-approver@authority', after: 119 },
  {
    step: 'finish-draft',
    by: 'project-leader@committee',
    after: 200,
    documents: ['draft-for-comments', 'compilation-explanation'],
  },
  { step: 'send-for-comments', by: secretary, after: 205 },
  {
    step: 'conclude-comments',
    by: secretary,
    after: 275,
    result: { asked: 40, replied: 31, received: 12, answered: 0 },
    enteredFor: '样例来函人',
  },
  { step: 'answer-comments', by: secretary, after: 290, result: { received: 12, answered: 12 } },
  {
    step: 'finish-handling',
    by: secretary,
    after: 300,
    facts: { 'major-change': false },
    documents: ['comment-table', 'draft-for-review', 'compilation-explanation'],
  },
  {
    step: 'open-review',
    by: secretary,
    after: 306,
    closesAfter: 320,
    facts: {
      'review-by': 'committee',
      interests: ['生产者', '经营者', '使用者', '消费者', '公共利益方'],
      'interests-represented': true,
    },
  },
  {
    step: 'conclude-review',
    by: secretary,
    after: 321,
    second: true,
    result: { entitled: 27, favour: 22, against: 2, abstained: 0 },
    documents: ['review-minutes', 'voting-list'],
  },
  {
    step: 'deliver',
    by: secretary,
    after: 340,
    facts: { 'has-patents': false, 'proposed-transition': '样例：6 个月，供企业调整工艺。' },
    documents: submission,
  },
  { step: 'forward', by: 'department-officer@department', after: 350 },
  { step: 'pass-check', by: 'evaluation-officer@evaluation', after: 372, facts: { 'restricts-competition': false } },
  { step: 'approve', by: 'sac-approver@authority', after: 385, second: true },
  { step: 'publish', by: 'sac-approver@authority', after: 395, documents: ['announcement'] },
];

/** Made-up subjects; every one says that it is a sample. */
export const subjects: readonly { readonly zh: string; readonly en: string }[] = [
  { zh: '样例 电动病床 安全要求', en: 'Sample: Powered hospital beds — Safety requirements' },
  { zh: '样例 助行器 试验方法', en: 'Sample: Walking aids — Test methods' },
  { zh: '样例 一次性防护服 通用要求', en: 'Sample: Disposable protective clothing — General requirements' },
  { zh: '样例 血糖仪 数据格式', en: 'Sample: Blood glucose meters — Data format' },
  { zh: '样例 输液泵 报警信号', en: 'Sample: Infusion pumps — Alarm signals' },
  { zh: '样例 牙科椅 术语', en: 'Sample: Dental chairs — Vocabulary' },
  { zh: '样例 康复训练器械 分类', en: 'Sample: Rehabilitation equipment — Classification' },
  { zh: '样例 医用冷藏箱 性能', en: 'Sample: Medical refrigerators — Performance' },
  { zh: '样例 助听器 验配服务', en: 'Sample: Hearing aids — Fitting services' },
  { zh: '样例 消毒器 标签', en: 'Sample: Sterilizers — Labels' },
  { zh: '样例 急救包 配置', en: 'Sample: First-aid kits — Contents' },
  { zh: '样例 轮椅 尺寸', en: 'Sample: Wheelchairs — Dimensions' },
  { zh: '样例 呼吸机 接口', en: 'Sample: Ventilators — Connectors' },
  { zh: '样例 体温计 校准', en: 'Sample: Thermometers — Calibration' },
  { zh: '样例 护理床垫 阻燃', en: 'Sample: Care mattresses — Resistance to ignition' },
  { zh: '样例 手术衣 洁净度', en: 'Sample: Surgical gowns — Cleanliness' },
  { zh: '样例 心电图机 互操作', en: 'Sample: Electrocardiographs — Interoperability' },
  { zh: '样例 药品柜 安全', en: 'Sample: Medicine cabinets — Safety' },
  { zh: '样例 护目镜 光学性能', en: 'Sample: Goggles — Optical performance' },
  { zh: '样例 担架 强度', en: 'Sample: Stretchers — Strength' },
  { zh: '样例 听诊器 声学', en: 'Sample: Stethoscopes — Acoustics' },
  { zh: '样例 雾化器 输出量', en: 'Sample: Nebulizers — Output' },
];
