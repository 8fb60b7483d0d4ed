/** What pdf.js alone takes: the text of all pages. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const packageFolder = new URL('.', import.meta.resolve('pdfjs-dist/package.json')).pathname

export const textContent = async (bytes: Uint8Array): Promise<void> => {
  const document = await getDocument({
    data: bytes.slice(),
    cMapUrl: `${packageFolder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${packageFolder}standard_fonts/`,
    verbosity: 0,
    isEvalSupported: false,
  }).promise
  for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getTextContent()
  await document.destroy()
}
