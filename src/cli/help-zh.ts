/** Help pages in Chinese. */

export const HELP_ZH: Readonly<Record<string, string>> = {
  '': `绩衡 jiheng：读项目支出绩效自评表，逐条核对数字，指出哪里对不上、为什么、依据什么、怎么改。

用法
  jiheng <命令> [选项] [文件…]

命令
  check    检查文件或文件夹，列出问题（最常用）
  compare  比较两份文件：同一年度的两个版本，或两个年度
  read     只读不查：把表读成 JSON、CSV，或在终端显示
  explain  说明一项检查：规则、依据、处理办法、例子
  packs    列出规则包：哪个地方、哪段时间、依据什么

常用
  jiheng check 自评表.docx                        在终端列出问题
  jiheng check 2021年度/ --format html            整个文件夹，出一份可打印的网页报告
  jiheng check 自评表.xlsx --format xlsx          问题清单存为 Excel，便于分发整改
  jiheng explain SE-021                           这条问题是什么意思

能读 .docx .xlsx .doc .xls .pdf .ofd .html .txt .md 和装有它们的 .zip。文件只在本机读，不上传。

选项
  -h, --help          帮助；每个命令都有：jiheng check --help
  -V, --version       版本
      --lang zh|en    界面语言，默认 zh

退出状态   0 没有错误　1 有错误级（含）以上的问题　2 有文件没能读取，或命令写错`,

  check: `检查文件或文件夹中的项目支出绩效自评表。

用法
  jiheng check 文件或文件夹… [选项]

选项
  -f, --format 格式         text（默认，显示在终端）、json、html、xlsx
  -o, --output 文件         写到这个文件；html、xlsx 默认写 jiheng-report.html、jiheng-report.xlsx；- 表示标准输出
  -p, --pack 编号           指定规则包（见 jiheng packs）；不指定则按每张表的地方和年度选择
  -s, --min-severity 级别   只列这个级别及以上：info、warning（默认）、error、fatal；低于它的只计数
                            json 默认含全部问题，给出本选项才筛选
  -j, --jobs 个数           同时检查几个文件；默认四个文件起用满本机处理器，1 表示逐个检查
      --ocr tesseract       扫描的 PDF 用本机的 Tesseract 识别文字（须已安装），识别结果一律标为没有把握
      --lang zh|en          界面语言，默认 zh
  -h, --help                本页

级别
  严重 fatal     表不能成立，应退回（如分值合计不是100）
  错误 error     必须更正，或由具名人员说明
  警告 warning   可疑，需要说明理由
  提示 info      供参考（如仅有舍入差）

例
  jiheng check 自评表.docx
  jiheng check 各单位/ --format html --output 报告.html
  jiheng check 自评表.txt --format json | jq '.findings[] | .code'
  jiheng check 自评表.docx --pack national-2020 --min-severity info

文件夹会连同子文件夹一起检查，.zip 同文件夹（其中的文件写作 包.zip/表.docx）。一个文件读不了不影响其他文件：它会被列出，退出状态为 2。

退出状态   0 没有错误　1 有错误级（含）以上的问题　2 有文件没能读取，或命令写错`,

  compare: `比较两份文件，逐个数值列出改动，并说明哪些问题消除了、新增了、仍然存在。

用法
  jiheng compare 旧文件 新文件 [选项]

同一年度：两个版本。文字、公开表、评分表、自评表等逐格比较；表按项目名称、表号、表名对应，行按代码、名称、指标对应。
不同年度：比较金额、得分和项目的增减，给出差额和增减率，并核对两年之间的关系（年初数等于上年年末数等）。

选项
  -f, --format 格式         text（默认，显示在终端）、json、html、xlsx
  -o, --output 文件         写到这个文件；html、xlsx 默认写 jiheng-compare.html、jiheng-compare.xlsx；- 表示标准输出
  -m, --mode version|year   按版本还是按年度比较；不指定则看文件写的年度
  -s, --min-severity 级别   终端只列这个级别及以上的问题：info、warning（默认）、error、fatal
  -p, --pack 编号           指定规则包（见 jiheng packs）
      --ocr tesseract       扫描的 PDF 用本机的 Tesseract 识别文字
      --lang zh|en          界面语言，默认 zh
  -h, --help                本页

例
  jiheng compare 决算公开-初稿.docx 决算公开-定稿.docx
  jiheng compare 2020年决算.pdf 2021年决算.pdf --format xlsx

退出状态   0 没有新增错误　1 有新增的错误级（含）以上问题（含两年之间的问题）　2 有文件没能读取，或命令写错`,

  read: `读文件中的项目支出绩效自评表，不做检查。值与印刷一致，不更正、不换算。

用法
  jiheng read 文件或文件夹… [选项]

选项
  -f, --format 格式    table（默认，显示在终端）、json、csv
                       json：一个文件输出一个对象；多个文件每行一个对象
                       csv：每个单元格一行（文件、表、项目、字段、栏目、印刷值、位置）
  -o, --output 文件    写到这个文件，默认标准输出
      --ocr tesseract  扫描的 PDF 用本机的 Tesseract 识别文字
      --lang zh|en     界面语言，默认 zh
  -h, --help           本页

例
  jiheng read 自评表.docx
  jiheng read 自评表.pdf --format json > 自评表.json
  jiheng read 各单位/ --format csv --output 全部单元格.csv

退出状态   0 全部读出　2 有文件没能读取，或命令写错`,

  explain: `说明一项检查：规则、依据与把握程度、处理办法、例子。

用法
  jiheng explain 代码       如 jiheng explain SE-021
  jiheng explain            列出全部检查

选项
      --lang zh|en    界面语言，默认 zh
  -h, --help          本页`,

  packs: `列出规则包：每个包是一个地方在一段时间内的规则（权重、计分办法、等级线……），每个数都有来源和起始日期。

用法
  jiheng packs [选项]

选项
  -f, --format 格式   text（默认）、json
      --lang zh|en    界面语言，默认 zh
  -h, --help          本页

检查时按表上的地方和年度自动选包；要指定，用 jiheng check --pack 编号。`,
}
