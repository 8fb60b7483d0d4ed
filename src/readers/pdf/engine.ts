/**
 * The part of pdf.js that the reader uses, and where its data files are. Node fills it from the installed package
 * (`node-engine.ts`); a browser build passes its own module and addresses.
 */
export interface PdfEngine {
  readonly pdfjs: PdfLibrary
  /** Folder of the character maps, with a slash at the end; without it text in fonts that are not embedded comes out empty. */
  readonly cMapUrl: string
  readonly standardFontDataUrl: string
  /** Where the parser runs, when pdf.js shall not see to that itself (in a browser it does). */
  readonly leaseParser?: () => ParserLease
}

/** A parser thread for one file. */
export interface ParserLease {
  readonly port: {
    readonly postMessage: (message: unknown, transfer?: readonly unknown[]) => void
    readonly addEventListener: (
      type: string,
      handler: (event: { data: unknown }) => void,
      options?: { readonly signal?: AbortSignal },
    ) => void
    readonly removeEventListener: (type: string, handler: unknown) => void
  }
  /** Registers who is told when the thread dies, until `end`. No promise: one that outlives the file would keep the file. */
  readonly onDeath: (tell: (error: Error) => void) => void
  /** Gives the thread back, or ends it when it can no longer be trusted. */
  readonly end: (isHealthy: boolean) => Promise<void>
}

export interface PdfLibrary {
  readonly OPS: Readonly<Record<string, number>>
  readonly PDFWorker: { readonly create: (options: { port: unknown; verbosity: number }) => unknown }
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
