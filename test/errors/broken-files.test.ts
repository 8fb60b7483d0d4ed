/** Each broken file gets its failure code, and says where, what, and what to do, in these very words. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/domain/failure.ts'
import { readDocument } from '../../src/readers/index.ts'
import { BROKEN_FILES, type BrokenFile } from './broken-files.ts'

type Told = readonly [code: string, where: string, what: string, whatToDo: string]

const SPLIT = '请确认文件来源可信；若文件无误，请拆成几个较小的文件后再读'
const AGAIN = '请重新下载，或用 Office/WPS 打开后另存一份再读'

const TOLD: Readonly<Record<keyof typeof BROKEN_FILES, Told>> = {
  'a.txt empty': ['UNREADABLE_FILE', 'a.txt', '文件是空的（0 字节）', '请确认文件已保存、已下载完整'],
  'a.txt binary': [
    'MISLABELLED_FILE',
    'a.txt',
    '扩展名是 .txt，但不是可识别的文档：既不是 Office、PDF、网页，也不是文本',
    '请确认文件类型，或用原程序打开后另存为 .docx、.xlsx 或 PDF 再读',
  ],
  'a.txt lines': ['LIMIT_EXCEEDED', 'a.txt', '行数超过上限（20 行），已停止读取', SPLIT],
  'a.txt cells': ['LIMIT_EXCEEDED', 'a.txt', '单元格数超过上限（20 个），已停止读取', SPLIT],
  'a.txt columns': ['LIMIT_EXCEEDED', 'a.txt', '表格列数超过上限（4096 列），已停止读取', SPLIT],
  'a.txt too large': [
    'FILE_TOO_LARGE',
    'a.txt',
    '文件大小 3 KB，超过上限 2 KB',
    '请删去其中的图片等附件，或拆成几个文件后再读',
  ],
  'a.md characters': ['LIMIT_EXCEEDED', 'a.md', '全文字数超过上限（500 字），已停止读取', SPLIT],
  'a.md picture': [
    'MISLABELLED_FILE',
    'a.md',
    '扩展名是 .md，但这是图片（PNG），暂不支持',
    '图片没有文字，请索取 .docx、.xlsx 或文字版 PDF 原件',
  ],
  'a.html bytes': ['LIMIT_EXCEEDED', 'a.html', 'HTML 文件大小超过上限（2 KB），已停止读取', SPLIT],
  'a.html elements': ['LIMIT_EXCEEDED', 'a.html', '网页元素数超过上限（50 个），已停止读取', SPLIT],
  'a.html depth': ['LIMIT_EXCEEDED', 'a.html', '网页元素嵌套层数超过上限（512 层），已停止读取', SPLIT],
  'a.html tables in tables': ['LIMIT_EXCEEDED', 'a.html', '表格嵌套层数超过上限（32 层），已停止读取', SPLIT],
  'a.html columns': ['LIMIT_EXCEEDED', 'a.html', '表格列数超过上限（4096 列），已停止读取', SPLIT],
  'a.html rows': ['LIMIT_EXCEEDED', 'a.html', '表格行数与合并单元格所跨行数之和超过上限（1000 行），已停止读取', SPLIT],
  'a.mht page in one file': [
    'UNSUPPORTED_FORMAT',
    'a.mht',
    '这是单个文件网页（.mht 格式），暂不支持',
    '请另存为 .docx、.xlsx 或普通网页（.html）再读',
  ],
  'a.xml office of 2003': [
    'UNSUPPORTED_FORMAT',
    'a.xml',
    '这是2003 版 XML 格式的 Office 文件，暂不支持',
    '请用 WPS 或 Office 打开后另存为 .docx 或 .xlsx 再读',
  ],
  'a.docx cut off': ['TRUNCATED_FILE', 'a.docx', '文件不完整：压缩包缺少末尾的目录', '请重新下载或重新复制该文件'],
  'a.docx xml cut off': [
    'UNREADABLE_FILE',
    'a.docx!word/document.xml',
    '文件已损坏：标签 w:r 的结束标签不对（第 194 个字符）',
    AGAIN,
  ],
  'a.docx second root': [
    'UNREADABLE_FILE',
    'a.docx!word/document.xml',
    '文件已损坏：有第二个根元素（第 206 个字符）',
    AGAIN,
  ],
  'a.docx entity bomb': [
    'UNREADABLE_FILE',
    'a.docx!word/document.xml',
    '文件已损坏：含有文档类型声明（DTD），不予读取（第 1 个字符）',
    AGAIN,
  ],
  'a.docx no main part': ['UNREADABLE_FILE', 'a.docx', '文件缺少正文部分', '请用 Office/WPS 打开后另存一份再读'],
  'a.docx wrong checksum': ['UNREADABLE_FILE', 'a.docx![Content_Types].xml', '文件已损坏：校验和不符', AGAIN],
  'a.docx encrypted entries': [
    'ENCRYPTED_FILE',
    'a.docx![Content_Types].xml',
    '文件已加密，无法读取',
    '请用密码打开后取消加密，另存一份再读',
  ],
  'a.docx encrypted by Office': [
    'ENCRYPTED_FILE',
    'a.docx',
    '文件已加密，无法读取',
    '请用密码打开后取消加密，另存一份再读',
  ],
  'a.docx other packing': [
    'UNSUPPORTED_FORMAT',
    'a.docx![Content_Types].xml',
    '压缩方式 14 不受支持',
    '请用 Office/WPS 打开后另存一份再读',
  ],
  'a.docx is a .ppt': [
    'MISLABELLED_FILE',
    'a.docx',
    '扩展名是 .docx，但这是演示文稿（.ppt 格式），暂不支持',
    '请把其中的表格另存为 .docx 或 .xlsx 再读',
  ],
  'a.docx is an archive': [
    'MISLABELLED_FILE',
    'a.docx',
    '扩展名是 .docx，但这是压缩包（内有 2 个文件），不是一个文件',
    '命令行可直接检查扩展名为 .zip 的压缩包；否则请解压后逐个读取其中的文件',
  ],
  'a.docx elements in elements': [
    'LIMIT_EXCEEDED',
    'a.docx!word/document.xml',
    '元素嵌套层数超过上限（1000 层），已停止读取',
    SPLIT,
  ],
  'a.docx tables in tables': [
    'LIMIT_EXCEEDED',
    'a.docx!word/document.xml',
    '表格嵌套层数超过上限（32 层），已停止读取',
    SPLIT,
  ],
  'a.docx paragraphs': ['LIMIT_EXCEEDED', 'a.docx!word/document.xml', '段落数超过上限（20 个），已停止读取', SPLIT],
  'a.doc without a head': [
    'UNREADABLE_FILE',
    'a.doc',
    '文件已损坏：没有 Word 文档的文件头',
    '请重新下载，或用 Office/WPS 打开后另存为 .docx 或 .xlsx 再读',
  ],
  'a.doc cut off': ['TRUNCATED_FILE', 'a.doc', '文件不完整：缺少后面的部分', '请重新下载或重新复制该文件'],
  'a.doc cut off early': ['TRUNCATED_FILE', 'a.doc', '文件不完整：缺少后面的部分', '请重新下载或重新复制该文件'],
  'a.doc encrypted by Office': [
    'ENCRYPTED_FILE',
    'a.doc',
    '文件已加密，无法读取',
    '请用密码打开后取消加密，另存一份再读',
  ],
  'a.ppt slides': [
    'UNSUPPORTED_FORMAT',
    'a.ppt',
    '这是演示文稿（.ppt 格式），暂不支持',
    '请把其中的表格另存为 .docx 或 .xlsx 再读',
  ],
  'a.doc rich text': [
    'UNSUPPORTED_FORMAT',
    'a.doc',
    '这是RTF 文件，暂不支持',
    '请用 Word 或 WPS 打开后另存为 .docx 再读',
  ],
  'a.odt OpenDocument': [
    'UNSUPPORTED_FORMAT',
    'a.odt',
    '这是OpenDocument 文件（.odt、.ods 格式），暂不支持',
    '请用 WPS 或 Office 打开后另存为 .docx 或 .xlsx 再读',
  ],
  'a.zip empty': ['UNREADABLE_FILE', 'a.zip', '压缩包是空的', '请确认文件已下载完整'],
  'a.rar archive': ['UNSUPPORTED_FORMAT', 'a.rar', '这是RAR 压缩包，暂不支持', '请解压后逐个读取其中的文件'],
  'a.xlsx cut off': ['TRUNCATED_FILE', 'a.xlsx', '文件不完整：压缩包缺少末尾的目录', '请重新下载或重新复制该文件'],
  'a.xlsx sheet cut off': [
    'UNREADABLE_FILE',
    'a.xlsx!xl/worksheets/sheet1.xml',
    '文件已损坏：标签 v 的结束标签不对（第 192 个字符）',
    AGAIN,
  ],
  'a.xlsx row number': [
    'LIMIT_EXCEEDED',
    'a.xlsx!xl/worksheets/sheet1.xml',
    '行号超过上限（1048576），已停止读取',
    SPLIT,
  ],
  'a.xlsx cells': ['LIMIT_EXCEEDED', 'a.xlsx!xl/worksheets/sheet1.xml', '单元格数超过上限（20 个），已停止读取', SPLIT],
  'a.xlsx encrypted entries': [
    'ENCRYPTED_FILE',
    'a.xlsx![Content_Types].xml',
    '文件已加密，无法读取',
    '请用密码打开后取消加密，另存一份再读',
  ],
  'a.xls without a head': [
    'UNREADABLE_FILE',
    'a.xls',
    '文件已损坏：没有 Excel 工作簿的文件头',
    '请重新下载，或用 Office/WPS 打开后另存为 .docx 或 .xlsx 再读',
  ],
  'a.xls nothing in it': [
    'UNREADABLE_FILE',
    'a.xls',
    '文件已损坏：工作簿是空的',
    '请重新下载，或用 Office/WPS 打开后另存为 .docx 或 .xlsx 再读',
  ],
  'a.xlsb binary workbook': [
    'UNSUPPORTED_FORMAT',
    'a.xlsb',
    '这是二进制 Excel 文件（.xlsb 格式），暂不支持',
    '请用 Excel 或 WPS 打开后另存为 .xlsx 再读',
  ],
  'a.pptx slides': [
    'UNSUPPORTED_FORMAT',
    'a.pptx',
    '这是演示文稿（.pptx 格式），暂不支持',
    '请把其中的表格另存为 .docx 或 .xlsx 再读',
  ],
  'a.ofd nothing in it': [
    'UNREADABLE_FILE',
    'a.ofd',
    'OFD 文件缺少正文部分',
    '请用阅读软件打开后另存一份，或另存为 PDF 再读',
  ],
  'a.ofd cut off': ['TRUNCATED_FILE', 'a.ofd', '文件不完整：压缩包缺少末尾的目录', '请重新下载或重新复制该文件'],
  'a.pdf cut off': [
    'TRUNCATED_FILE',
    'a.pdf',
    'PDF 文件不完整（缺少文件结尾），可能没有下载或复制完',
    '请重新下载或复制该文件后再读取',
  ],
  'a.pdf nothing in it': [
    'UNREADABLE_FILE',
    'a.pdf',
    'PDF 文件已损坏，无法读取',
    '请用阅读软件打开后另存一份，或请提供单位重新导出',
  ],
  'a.pdf encrypted': [
    'ENCRYPTED_FILE',
    'a.pdf',
    'PDF 文件已加密，需要密码才能打开',
    '请用阅读软件打开后另存为（打印为）不加密的 PDF，再重新读取',
  ],
  'a.pdf is a picture': [
    'MISLABELLED_FILE',
    'a.pdf',
    '扩展名是 .pdf，但这是图片（JPEG），暂不支持',
    '图片没有文字，请索取 .docx、.xlsx 或文字版 PDF 原件',
  ],
  'a.pdf is a moving picture': [
    'MISLABELLED_FILE',
    'a.pdf',
    '扩展名是 .pdf，但这是图片（GIF），暂不支持',
    '图片没有文字，请索取 .docx、.xlsx 或文字版 PDF 原件',
  ],
}

const told = async (name: string, { bytes, limits }: BrokenFile): Promise<Told | string> => {
  try {
    const { format } = await readDocument(bytes, name.split(' ')[0]!, limits ? { limits } : {})
    return `was read as ${format}`
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return [error.code, error.where, error.message, error.remedy]
  }
}

describe('files that cannot be read', () => {
  it.each(Object.entries<BrokenFile>(BROKEN_FILES))('%s', async (name, broken) => {
    expect(await told(name, broken)).toEqual(TOLD[name as keyof typeof BROKEN_FILES])
  })
})
