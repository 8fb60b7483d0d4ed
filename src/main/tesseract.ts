/** Scanned pages by programs of the operating system: pdftoppm (poppler) makes the pictures, Tesseract reads them. */
import { spawn } from 'node:child_process'
import { AppError } from '../domain/failure.ts'
import type { GrayImage, Ocr, OcrWord } from '../readers/ocr/engine.ts'

/** Pixels of the longer side of a page: some 300 to the inch on A4, and a bound for pages of any size. */
const LONGER_SIDE = 3600
const MILLISECONDS = 120_000
/** The English data comes with the program; with it digits and percent signs are read better. */
const LANGUAGES = 'chi_sim+eng'
const INSTALL =
  'Debian、Ubuntu：apt install tesseract-ocr tesseract-ocr-chi-sim poppler-utils；其他系统请安装 Tesseract（含简体中文数据）和 poppler'
const INSTALL_EN =
  'Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-chi-sim poppler-utils; elsewhere install Tesseract (with Simplified Chinese) and poppler'

interface Ran {
  readonly status: number
  readonly out: Buffer
  readonly error: string
}

/** Runs a program with bytes on its standard input; undefined when it is not installed. */
const run = (program: string, args: readonly string[], input?: Uint8Array): Promise<Ran | undefined> =>
  new Promise((resolve) => {
    // One thread each: pages are read one by one, and other files may be read beside this one.
    const child = spawn(program, args, { timeout: MILLISECONDS, env: { ...process.env, OMP_THREAD_LIMIT: '1' } })
    const out: Buffer[] = []
    let error = ''
    child.stdout.on('data', (piece: Buffer) => out.push(piece))
    child.stderr.on('data', (piece: Buffer) => {
      if (error.length < 2000) error += piece.toString()
    })
    // A program that ends before it has read all of its input is told by its status.
    child.stdin.on('error', () => undefined)
    child.on('error', () => resolve(undefined))
    child.on('close', (status) => resolve({ status: status ?? 1, out: Buffer.concat(out), error }))
    child.stdin.end(input)
  })

const failed = (what: string, ran: Ran | undefined): AppError =>
  new AppError(
    'UNREADABLE_FILE',
    what,
    `${what} 没有完成文字识别${ran?.error ? `（${ran.error.trim().slice(0, 200)}）` : ''}`,
    INSTALL,
    { english: { message: `${what} could not recognise the text`, remedy: INSTALL_EN } },
  )

/** Throws AppError when a program or the Chinese data is not installed, saying what to install. */
export const tesseractOcr = async (): Promise<Ocr> => {
  const missing = (what: string, whatEn = what): AppError =>
    new AppError('USAGE', '--ocr tesseract', `没有安装 ${what}，不能识别扫描件`, INSTALL, {
      english: { message: `${whatEn} is not installed, so that scans cannot be read`, remedy: INSTALL_EN },
    })
  if ((await run('pdftoppm', ['-v'])) === undefined)
    throw missing('pdftoppm（poppler-utils）', 'pdftoppm (poppler-utils)')
  const languages = await run('tesseract', ['--list-langs'])
  if (languages === undefined) throw missing('tesseract')
  const listed = `${languages.out.toString()}\n${languages.error}`
  for (const language of LANGUAGES.split('+')) {
    if (!listed.split(/\s+/).includes(language))
      throw missing(`Tesseract 的语言数据 ${language}`, `the language data ${language} of Tesseract`)
  }
  return { engine: { name: 'Tesseract', recognise }, renderer: { render } }
}

const render = async (pdf: Uint8Array, page: number): Promise<GrayImage> => {
  const args = ['-gray', '-f', `${page}`, '-l', `${page}`, '-scale-to', `${LONGER_SIDE}`, '-']
  const ran = await run('pdftoppm', args, pdf)
  const image = ran && parsePgm(ran.out)
  if (image === undefined) throw failed('pdftoppm', ran)
  return image
}

const recognise = async (image: GrayImage): Promise<readonly OcrWord[]> => {
  const head = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`)
  const args = ['stdin', 'stdout', '-l', LANGUAGES, '--psm', PAGE_MODE, 'tsv']
  const ran = await run('tesseract', args, Buffer.concat([head, image.pixels]))
  if (ran === undefined || ran.status !== 0) throw failed('tesseract', ran)
  return parseTsv(ran.out.toString())
}

/** One block of lines: what is sent is the cells of a page below one another. */
const PAGE_MODE = '6'

/** A picture in the plainest of formats: P5, width, height, 255, and the pixels. */
export const parsePgm = (bytes: Uint8Array): GrayImage | undefined => {
  const head = /^P5\s+(\d{1,5})\s+(\d{1,5})\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))
  if (head === null) return undefined
  const [width, height] = [Number(head[1]), Number(head[2])]
  const pixels = bytes.subarray(head[0].length, head[0].length + width * height)
  return pixels.length === width * height ? { width, height, pixels } : undefined
}

/** Tesseract's table of boxes: level 4 is a line, level 5 a word in it. */
export const parseTsv = (text: string): OcrWord[] => {
  const words: OcrWord[] = []
  let line = { top: 0, height: 0 }
  for (const row of text.split('\n')) {
    const [level, , , , , , left, top, width, height, , word = ''] = row.split('\t')
    if (level === '4') line = { top: Number(top), height: Number(height) }
    if (level !== '5' || word.trim() === '') continue
    words.push({
      text: word,
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
      line,
    })
  }
  return words
}
