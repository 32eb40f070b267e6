import type { StatementCode } from './enStatements';

export const statements: Record<StatementCode, string> = {
  'people-within': '步行 {minutes} 分钟内的人数：{people}',
  'people-within-between': '步行 {minutes} 分钟内的人数：{fewest}–{most}',
  'outline-of': '轮廓：{record}',
  'outline-unknown': '仅记录为一个点，没有轮廓',
  'facilities-counted': '{thing} {count} 处',
  'facility-at': '{thing}：相距 {metres} 米',
  'facility-nowhere': '{thing}：区域内没有记录',
  'suits-hazard': '{hazard}：{verdict}',
  'suits-hazard-between': '{hazard}：未知：{worst}，或{best}',
  'wheelchair-tag': '轮椅：{wheelchair}',
  'wheelchair-entrance': '轮椅出入口：{answer}',
  'wheelchair-ground': '轮椅可用的场地：{answer}',
  'open-hours': '开放时间：{hours}',
  'open-hours-unknown': '开放时间：未记录',
  'room-for-stay': '可容纳人数，{stay}',
  'green-ground': '公共绿地，扣除建筑和水面',
  'trees-on-ground': '场地内记录的树木，至多为全部空地',
  'edge-met': '与其边界相接的道路和大门',
};
