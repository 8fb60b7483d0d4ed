/** Documents of thousands of forms: the library that writes them for tests takes more memory than a machine has. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { PrintedForm } from '../../test/support/printed-form.ts'
import { toDocx } from '../../test/support/write-forms.ts'

const FORMS_AT_ONCE = 250
const PART = 'word/document.xml'

/** What stands between the tags of the body, the settings of the section left out. */
const bodyOf = (xml: string): readonly [from: number, to: number] => [
  xml.indexOf('<w:body>') + '<w:body>'.length,
  xml.lastIndexOf('<w:sectPr'),
]

/** The same bytes as one document of all forms would have, page breaks between the groups aside. */
export const toLargeDocx = async (forms: readonly PrintedForm[]): Promise<Uint8Array> => {
  const bodies: string[] = []
  let files: Record<string, Uint8Array> = {}
  let frame: readonly [string, string] = ['', '']
  for (let from = 0; from < forms.length; from += FORMS_AT_ONCE) {
    files = unzipSync(await toDocx(forms.slice(from, from + FORMS_AT_ONCE)))
    const xml = strFromU8(files[PART]!)
    const [start, end] = bodyOf(xml)
    bodies.push(xml.slice(start, end))
    frame = [xml.slice(0, start), xml.slice(end)]
  }
  return zipSync({ ...files, [PART]: strToU8(frame[0] + bodies.join('') + frame[1]) }, { level: 6 })
}
