/**
 * What a program that reads pictures must give, so that scanned pages can be read. None is built in: the command line plugs in
 * the one that the person has installed.
 */

/** A page as a picture, one byte a pixel, 0 black to 255 white, row by row from the top. */
export interface GrayImage {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** A piece of text on the picture: a word, a few characters or one. All numbers in pixels from the top left. */
export interface OcrWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** The line it stands in: words of one line have the same box here. */
  readonly line: { readonly top: number; readonly height: number }
}

export interface OcrEngine {
  /** For messages. */
  readonly name: string
  /** Throws AppError when the program fails. */
  recognise(image: GrayImage): Promise<readonly OcrWord[]>
}

/** Makes pictures of the pages of a PDF; `page` is 1-based. */
export interface PageRenderer {
  render(pdf: Uint8Array, page: number): Promise<GrayImage>
}

export interface Ocr {
  readonly engine: OcrEngine
  readonly renderer: PageRenderer
}
