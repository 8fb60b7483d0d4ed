/** Node only: finds the installed pdf.js, its character maps and fonts, whether the code runs from source or bundled. */
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PdfEngine, PdfLibrary } from './engine.ts'
import { leaseParser } from './node-worker.ts'

let loading: Promise<PdfEngine> | undefined

/** Loads pdf.js once for the process. */
export function nodeEngine(): Promise<PdfEngine> {
  loading ??= load()
  return loading
}

async function load(): Promise<PdfEngine> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  provideBrowserNames()
  const build = (name: string) => pathToFileURL(join(folder, 'legacy', 'build', name)).href
  const pdfjs = await withoutCanvasWarnings(() => import(build('pdf.min.mjs')) as Promise<PdfLibrary>)
  return {
    pdfjs,
    cMapUrl: join(folder, 'cmaps') + sep,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    leaseParser: () => leaseParser(build('pdf.worker.min.mjs')),
  }
}

/**
 * pdf.js names these classes of the browser while it loads; nothing is ever drawn here, so empty ones do. With `FontFace` in
 * place it need not turn every font into outlines either.
 */
function provideBrowserNames(): void {
  const names = globalThis as unknown as Record<string, unknown>
  names.DOMMatrix ??= class {}
  names.ImageData ??= class {}
  names.Path2D ??= class {}
  names.FontFace ??= class {
    readonly loaded = Promise.resolve()
  }
}

/** pdf.js warns on the console when the optional drawing package is absent; nobody who reads a table wants to know. */
async function withoutCanvasWarnings<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console
  console.warn = (...words: unknown[]) => {
    if (!/@napi-rs\/canvas|Cannot polyfill/u.test(String(words[0]))) warn(...words)
  }
  try {
    return await work()
  } finally {
    console.warn = warn
  }
}
