/** Ratios that cannot exceed 100 % by their nature: shares of a whole. 完成率, 增长率 and 执行率 can. */
import type { Indicator } from '../../domain/self-evaluation.ts'

const CAPPED =
  /(?:合格|优良|优秀|满意|覆盖|及时|准确|正常|知晓|使用|利用|通过|入学|返校|参与|规范|归档|到位|普及|达标|成活|支持|巩固|就业|治愈|入住|完好|出勤|响应|破获|结案|办结|签约|参保|实现)(?:比)?(?:率|度|比例)(?:[（(].{0,8}[）)])?$/
const GROWING = /增长|增加|提高|提升|上升|增幅|环比|同比|超额/

export const isCappedRatio = ({ level3 }: Pick<Indicator, 'level3'>): boolean =>
  CAPPED.test(level3.printed) && !GROWING.test(level3.printed)
