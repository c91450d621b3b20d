import type { Sentence } from './answer.ts';

/** A registration authority of GB 32100 and the classes of organization it registers, by position 1 and 2 of the code. */
export interface Authority extends Sentence {
  readonly classes: ReadonlyMap<string, Sentence>;
}

const other = ['9', { zh: '其他', en: 'other' }] as const;

/** GB 32100-2015, table of registration authorities and organization classes. */
export const authorities: ReadonlyMap<string, Authority> = new Map<string, Authority>([
  [
    '1',
    authority('机构编制', 'establishment', [
      ['1', { zh: '机关', en: 'state organ' }],
      ['2', { zh: '事业单位', en: 'public institution' }],
      ['3', { zh: '编办直接管理机构编制的群众团体', en: 'mass organization under the establishment authority' }],
      other,
    ]),
  ],
  [
    '2',
    authority('外交', 'foreign affairs', [
      ['1', { zh: '外国常驻新闻机构', en: 'resident foreign news organization' }],
      other,
    ]),
  ],
  [
    '3',
    authority('司法行政', 'judicial administration', [
      ['1', { zh: '律师执业机构', en: 'law firm' }],
      ['2', { zh: '公证处', en: 'notary office' }],
      ['3', { zh: '基层法律服务所', en: 'local legal service office' }],
      ['4', { zh: '司法鉴定机构', en: 'forensic institution' }],
      ['5', { zh: '仲裁委员会', en: 'arbitration commission' }],
      other,
    ]),
  ],
  ['4', authority('文化', 'culture', [['1', { zh: '外国在华文化中心', en: 'foreign cultural centre' }], other])],
  [
    '5',
    authority('民政', 'civil affairs', [
      ['1', { zh: '社会团体', en: 'social organization' }],
      ['2', { zh: '民办非企业单位', en: 'private non-enterprise unit' }],
      ['3', { zh: '基金会', en: 'foundation' }],
      other,
    ]),
  ],
  [
    '6',
    authority('旅游', 'tourism', [
      ['1', { zh: '外国旅游部门常驻代表机构', en: 'representative office of a foreign tourism authority' }],
      [
        '2',
        {
          zh: '港澳台地区旅游部门常驻内地代表机构',
          en: 'mainland office of a Hong Kong, Macao or Taiwan tourism authority',
        },
      ],
      other,
    ]),
  ],
  [
    '7',
    authority('宗教', 'religion', [
      ['1', { zh: '宗教活动场所', en: 'place of religious activity' }],
      ['2', { zh: '宗教院校', en: 'religious school' }],
      other,
    ]),
  ],
  ['8', authority('工会', 'trade unions', [['1', { zh: '基层工会', en: 'local trade union' }], other])],
  [
    '9',
    authority('市场监管（原工商）', 'market regulation', [
      ['1', { zh: '企业', en: 'enterprise' }],
      ['2', { zh: '个体工商户', en: 'individual business' }],
      ['3', { zh: '农民专业合作社', en: "farmers' cooperative" }],
    ]),
  ],
  [
    'A',
    authority('中央军委改革和编制', 'military establishment', [
      ['1', { zh: '军队事业单位', en: 'military public institution' }],
      other,
    ]),
  ],
  [
    'N',
    authority('农业', 'agriculture', [
      ['1', { zh: '组级集体经济组织', en: 'collective economic organization of a group' }],
      ['2', { zh: '村级集体经济组织', en: 'collective economic organization of a village' }],
      ['3', { zh: '乡镇级集体经济组织', en: 'collective economic organization of a township' }],
      other,
    ]),
  ],
  ['Y', authority('其他', 'other', [['1', { zh: '其他', en: 'other' }]])],
]);

function authority(zh: string, en: string, classes: readonly (readonly [string, Sentence])[]): Authority {
  return { zh, en, classes: new Map(classes) };
}

/** Province-level divisions of GB/T 2260 by their two digits, and 10 for the national level. */
export const provinces: ReadonlyMap<string, Sentence> = new Map(
  (
    [
      ['10', '国家级登记管理部门', 'national level'],
      ['11', '北京市', 'Beijing'],
      ['12', '天津市', 'Tianjin'],
      ['13', '河北省', 'Hebei'],
      ['14', '山西省', 'Shanxi'],
      ['15', '内蒙古自治区', 'Inner Mongolia'],
      ['21', '辽宁省', 'Liaoning'],
      ['22', '吉林省', 'Jilin'],
      ['23', '黑龙江省', 'Heilongjiang'],
      ['31', '上海市', 'Shanghai'],
      ['32', '江苏省', 'Jiangsu'],
      ['33', '浙江省', 'Zhejiang'],
      ['34', '安徽省', 'Anhui'],
      ['35', '福建省', 'Fujian'],
      ['36', '江西省', 'Jiangxi'],
      ['37', '山东省', 'Shandong'],
      ['41', '河南省', 'Henan'],
      ['42', '湖北省', 'Hubei'],
      ['43', '湖南省', 'Hunan'],
      ['44', '广东省', 'Guangdong'],
      ['45', '广西壮族自治区', 'Guangxi'],
      ['46', '海南省', 'Hainan'],
      ['50', '重庆市', 'Chongqing'],
      ['51', '四川省', 'Sichuan'],
      ['52', '贵州省', 'Guizhou'],
      ['53', '云南省', 'Yunnan'],
      ['54', '西藏自治区', 'Tibet'],
      ['61', '陕西省', 'Shaanxi'],
      ['62', '甘肃省', 'Gansu'],
      ['63', '青海省', 'Qinghai'],
      ['64', '宁夏回族自治区', 'Ningxia'],
      ['65', '新疆维吾尔自治区', 'Xinjiang'],
      ['71', '台湾省', 'Taiwan'],
      ['81', '香港特别行政区', 'Hong Kong'],
      ['82', '澳门特别行政区', 'Macao'],
    ] as const
  ).map(([code, zh, en]) => [code, { zh, en }] as const),
);
