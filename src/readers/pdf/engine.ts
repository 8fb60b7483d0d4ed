/**
 * The part of pdf.js that the reader uses, and where its data files are. Node fills it from the installed package
 * (`node-engine.ts`); a browser build passes its own module and addresses.
 */
export interface PdfEngine {
  readonly pdfjs: PdfLibrary
  /** Folder of the character maps, with a slash at the end; without it text in fonts that are not embedded comes out empty. */
  readonly cMapUrl: string
  readonly standardFontDataUrl: string
}

export interface PdfLibrary {
  readonly OPS: Readonly<Record<string, number>>
  readonly getDocument: (options: Readonly<Record<string, unknown>>) => PdfLoadingTask
}

export interface PdfLoadingTask {
  readonly promise: Promise<PdfFile>
  readonly destroy: () => Promise<void>
}

export interface PdfFile {
  readonly numPages: number
  readonly getPage: (number: number) => Promise<PdfPage>
}

export interface PdfPage {
  readonly getViewport: (options: { scale: number }) => { width: number; height: number; transform: number[] }
  readonly getOperatorList: (options?: { annotationMode?: number }) => Promise<OperatorList>
  readonly getAnnotations: () => Promise<readonly { readonly id?: string; readonly subtype?: string }[]>
  readonly commonObjs: { has: (name: string) => boolean; get: (name: string) => unknown }
  readonly cleanup: () => boolean
}

export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly (readonly unknown[] | null)[]
}
