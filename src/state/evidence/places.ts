import type { Region } from "./evidence-schema.ts";

interface Province {
  /** Name in pinyin, without tones. */
  readonly en: string;
  /** Of the four economic regions of the National Bureau of Statistics. */
  readonly region: Region;
}

/** The provinces of the list of centres, as the report writes them. */
export const PROVINCES: Readonly<Record<string, Province>> = {
  北京市: { en: "Beijing", region: "east" },
  天津市: { en: "Tianjin", region: "east" },
  河北省: { en: "Hebei", region: "east" },
  江苏省: { en: "Jiangsu", region: "east" },
  浙江省: { en: "Zhejiang", region: "east" },
  安徽省: { en: "Anhui", region: "central" },
  广东省: { en: "Guangdong", region: "east" },
  四川省: { en: "Sichuan", region: "west" },
  辽宁省: { en: "Liaoning", region: "northeast" },
  黑龙江省: { en: "Heilongjiang", region: "northeast" },
  海南省: { en: "Hainan", region: "east" },
  广西省: { en: "Guangxi", region: "west" },
  湖南省: { en: "Hunan", region: "central" },
  山东省: { en: "Shandong", region: "east" },
  甘肃省: { en: "Gansu", region: "west" },
};

/** Cities and city districts of the list, in pinyin without tones. */
export const CITIES: Readonly<Record<string, string>> = {
  朝阳区: "Chaoyang", 河北区: "Hebei District", 武清区: "Wuqing", 廊坊市: "Langfang", 南京市: "Nanjing", 苏州市: "Suzhou (Jiangsu)", 无锡市: "Wuxi", 庆阳市: "Qingyang",
  杭州市: "Hangzhou", 丽水市: "Lishui", 宁波市: "Ningbo", 宿州市: "Suzhou (Anhui)", 广州市: "Guangzhou", 成都市: "Chengdu", 沈阳市: "Shenyang", 大连市: "Dalian",
  哈尔滨市: "Harbin", 三亚市: "Sanya", 南宁市: "Nanning", 长沙市: "Changsha", 青岛市: "Qingdao",
};

/** The centres' names in English: this product's renderings, for the report gives none. */
export const CENTRE_NAMES: Readonly<Record<string, string>> = {
  "北京数字经济算力中心": "Beijing Digital Economy Compute Centre",
  "天津人工智能计算中心项目一期": "Tianjin AI Computing Centre, phase 1",
  "中国电信京津冀大数据智能算力中心": "China Telecom Beijing-Tianjin-Hebei Big Data and Intelligent Compute Centre",
  "河北人工智能计算中心": "Hebei AI Computing Centre",
  "南京鲲鹏·昇腾人工智能计算中心": "Nanjing Kunpeng-Ascend AI Computing Centre",
  "吴淞江智能计算中心": "Wusong River Intelligent Computing Centre",
  "昆山智能计算中心": "Kunshan Intelligent Computing Centre",
  "太湖量子智算中心": "Taihu Quantum Intelligent Computing Centre",
  "全国一体化算力网络国家枢纽节点(甘肃庆阳)智算中心项目": "Intelligent computing centre at the national compute network hub, Qingyang, Gansu",
  "杭州人工智能计算中心": "Hangzhou AI Computing Centre",
  "浙江省青田县元宇宙智算中心": "Qingtian Metaverse Intelligent Computing Centre",
  "宁波人工智能超算中心": "Ningbo AI Supercomputing Centre",
  "淮海智算中心": "Huaihai Intelligent Computing Centre",
  "广州人工智能公共算力中心": "Guangzhou Public AI Compute Centre",
  "中国智算中心": "China Intelligent Computing Centre",
  "成都智算中心": "Chengdu Intelligent Computing Centre",
  "沈阳人工智能计算中心": "Shenyang AI Computing Centre",
  "大连人工智能计算中心": "Dalian AI Computing Centre",
  "哈尔滨人工智能先进计算中心": "Harbin Advanced AI Computing Centre",
  "海南人工智能计算中心": "Hainan AI Computing Centre",
  "中国-东盟人工智能计算中心": "China-ASEAN AI Computing Centre",
  "长沙人工智能创新中心(算力中心)": "Changsha AI Innovation Centre (compute centre)",
  "青岛人工智能计算中心": "Qingdao AI Computing Centre",
};
