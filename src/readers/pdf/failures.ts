import { AppError } from '../../domain/failure.ts'

/** pdf.js's own errors, by their names, as failures a person can act on. */
export function toFailure(error: unknown, bytes: Uint8Array, file: string): AppError {
  if (error instanceof AppError) return error
  const name = error instanceof Error ? error.name : ''
  const cause = error
  if (name === 'PasswordException') {
    return new AppError(
      'ENCRYPTED_FILE',
      file,
      'PDF 文件已加密，需要密码才能打开',
      '请用阅读软件打开后另存为（打印为）不加密的 PDF，再重新读取',
      {
        cause,
        english: {
          message: 'the PDF is encrypted and needs a password',
          remedy: 'open it in a reader and save or print it as a PDF without encryption',
        },
      },
    )
  }
  if (!hasHead(bytes)) {
    return new AppError(
      'UNREADABLE_FILE',
      file,
      '文件开头没有 PDF 标记，不是 PDF 文件',
      '请确认文件的实际格式，或重新导出为 PDF',
      {
        cause,
        english: {
          message: 'the file does not begin as a PDF does',
          remedy: 'check what kind of file it is, or export it as PDF anew',
        },
      },
    )
  }
  if (!hasEnd(bytes)) {
    return new AppError(
      'TRUNCATED_FILE',
      file,
      'PDF 文件不完整（缺少文件结尾），可能没有下载或复制完',
      '请重新下载或复制该文件后再读取',
      {
        cause,
        english: { message: 'the PDF is not whole (its end is missing)', remedy: 'fetch or copy the file again' },
      },
    )
  }
  return new AppError(
    'UNREADABLE_FILE',
    file,
    'PDF 文件已损坏，无法读取',
    '请用阅读软件打开后另存一份，或请提供单位重新导出',
    {
      cause,
      english: {
        message: 'the PDF is damaged and cannot be read',
        remedy: 'open it in a reader and save it anew, or ask for a new export',
      },
    },
  )
}

export function tooSlow(file: string, seconds: number): AppError {
  return new AppError(
    'LIMIT_EXCEEDED',
    file,
    `读取 PDF 超过 ${seconds} 秒，已停止`,
    '文件可能已损坏或页面极复杂；请用阅读软件另存一份，或拆成几个较小的文件',
    {
      english: {
        message: `reading the PDF took more than ${seconds} s and was stopped`,
        remedy: 'it may be damaged or its pages very complex; save it anew in a reader, or split it',
      },
    },
  )
}

/** The mark stands within the first kilobyte (PDF 32000-1, annex H). */
export function hasHead(bytes: Uint8Array): boolean {
  return indexOf(bytes.subarray(0, 1024), '%PDF-') >= 0
}

export function hasEnd(bytes: Uint8Array): boolean {
  return indexOf(bytes.subarray(Math.max(0, bytes.length - 2048)), '%%EOF') >= 0
}

function indexOf(bytes: Uint8Array, mark: string): number {
  return new TextDecoder('latin1').decode(bytes).indexOf(mark)
}
