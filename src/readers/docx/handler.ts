import { commentEn, commentZh } from '../notes.ts'
import type { XmlHandler, XmlTag } from '../xml/scan.ts'
import {
  countParagraph,
  currentPosition,
  type DocxState,
  emitParagraph,
  noteRevision,
  type OpenParagraph,
} from './state.ts'
import { symbolText } from './symbols.ts'
import {
  closeCell,
  closeRow,
  closeTableElement,
  deleteRow,
  leaveColumns,
  openCell,
  openRow,
  openTableElement,
  placeCurrentCell,
  renderedPageBreak,
  setColumnSpan,
  setMerge,
} from './table-elements.ts'

/** What an element does; returns 'skip' to leave out all that stands in it. */
type Opener = (state: DocxState, tag: XmlTag) => unknown

function append(text: string): Opener {
  return (state) => {
    const paragraph = state.paragraphs.at(-1)
    if (paragraph && isShown(paragraph)) paragraph.text += text
  }
}

function isShown(paragraph: OpenParagraph): boolean {
  return !paragraph.isRunHidden && !paragraph.isInProperties && !paragraph.fieldCodes.includes(true)
}

const skip: Opener = () => 'skip'

const skipRevision: Opener = (state) => {
  noteRevision(state)
  return 'skip'
}

const setInProperties: Opener = (state) => {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph) paragraph.isInProperties = true
}

const isOff = (tag: XmlTag): boolean => ['0', 'false', 'off'].includes(tag.attribute('val') ?? '')

const OPENERS: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ['w:p', openParagraph],
  ['w:pPr', setInProperties],
  ['w:r', (state) => setRunHidden(state, false)],
  ['m:r', (state) => setRunHidden(state, false)],
  ['w:vanish', (state, tag) => setRunHidden(state, !isOff(tag))],
  ['w:tab', append('\t')],
  ['w:ptab', append('\t')],
  ['w:cr', append('\n')],
  ['w:noBreakHyphen', append('-')],
  ['w:br', breakLine],
  ['w:sym', (state, tag) => append(symbolText(tag.attribute('font'), tag.attribute('char')))(state, tag)],
  ['w:fldChar', fieldCharacter],
  ['w:lastRenderedPageBreak', renderedPageBreak],
  ['w:pageBreakBefore', (state, tag) => (isOff(tag) ? undefined : state.pages.manual())],
  ['w:tbl', openTableElement],
  ['w:tr', openRow],
  ['w:tc', (state) => (openCell(state) ? undefined : 'skip')],
  ['w:gridSpan', setColumnSpan],
  ['w:vMerge', (state, tag) => setMerge(state, tag, 'verticalMerge')],
  ['w:hMerge', (state, tag) => setMerge(state, tag, 'horizontalMerge')],
  ['w:gridBefore', leaveColumns],
  ['w:ins', noteRevision],
  ['w:moveTo', noteRevision],
  ['w:del', deleteContent],
  ['w:moveFrom', skipRevision],
  ['w:commentReference', noteComment],
  ['w:altChunk', noteUnread],
  // Readings above Chinese characters, and the state before a tracked change of formatting.
  ['w:rt', skip],
  ['w:rPrChange', skip],
  ['w:pPrChange', skip],
  ['w:tcPrChange', skip],
  ['w:trPrChange', skip],
  ['w:tblPrChange', skip],
  ['w:sectPrChange', skip],
])

const CLOSERS: ReadonlyMap<string, (state: DocxState) => void> = new Map([
  ['w:p', closeParagraph],
  ['w:pPr', clearInProperties],
  ['w:tbl', closeTableElement],
  ['w:tr', closeRow],
  ['w:tc', closeCell],
])

/**
 * Handler for `word/document.xml`. Shown text is read: tracked insertions are, deletions are not; results of fields
 * are, their codes are not; of the branches of an AlternateContent the first is. The text of a text box comes before
 * the paragraph that it is anchored in.
 */
export function documentHandler(state: DocxState): XmlHandler {
  let skipped = 0
  // For each open AlternateContent: whether a branch has been read.
  const alternatives: boolean[] = []
  const handler: XmlHandler = {
    wantsText: false,
    open(name, tag) {
      if (skipped > 0) {
        skipped += 1
        return
      }
      if (name === 'w:t' || name === 'm:t') {
        const paragraph = state.paragraphs.at(-1)
        handler.wantsText = paragraph !== undefined && isShown(paragraph)
      } else if (name === 'mc:AlternateContent') alternatives.push(false)
      else if (name === 'mc:Choice' || name === 'mc:Fallback') {
        if (alternatives.at(-1) === true) skipped = 1
        else if (alternatives.length > 0) alternatives[alternatives.length - 1] = true
      } else if (OPENERS.get(name)?.(state, tag) === 'skip') skipped = 1
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1
        return
      }
      handler.wantsText = false
      if (name === 'mc:AlternateContent') alternatives.pop()
      else CLOSERS.get(name)?.(state)
    },
    text(text) {
      const paragraph = state.paragraphs.at(-1)
      if (paragraph) paragraph.text += text
    },
  }
  return handler
}

function openParagraph(state: DocxState): void {
  placeCurrentCell(state)
  countParagraph(state)
  const page = state.pages.page()
  state.paragraphs.push({ text: '', page, fieldCodes: [], isRunHidden: false, isInProperties: false })
}

function closeParagraph(state: DocxState): void {
  const paragraph = state.paragraphs.pop()
  if (paragraph) emitParagraph(state, paragraph)
}

function clearInProperties(state: DocxState): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph) paragraph.isInProperties = false
}

/** `w:vanish` counts in a run only: on a paragraph's properties it hides the mark, not the text. */
function setRunHidden(state: DocxState, isHidden: boolean): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph && !paragraph.isInProperties) paragraph.isRunHidden = isHidden
}

function breakLine(state: DocxState, tag: XmlTag): void {
  const type = tag.attribute('type')
  if (type === 'page') state.pages.manual()
  else if (type !== 'column') append('\n')(state, tag)
}

function fieldCharacter(state: DocxState, tag: XmlTag): void {
  const codes = state.paragraphs.at(-1)?.fieldCodes
  if (codes === undefined) return
  const type = tag.attribute('fldCharType')
  if (type === 'begin') codes.push(true)
  else if (type === 'separate' && codes.length > 0) codes[codes.length - 1] = false
  else if (type === 'end') codes.pop()
}

/** `w:del` stands for deleted text, a deleted row (in its properties) or a deleted paragraph mark. */
function deleteContent(state: DocxState): 'skip' | undefined {
  const level = state.tables.at(-1)
  const isInCell = level === undefined || level.story !== undefined
  if (!isInCell) {
    deleteRow(state)
    return undefined
  }
  noteRevision(state)
  return 'skip'
}

function noteComment(state: DocxState, tag: XmlTag): void {
  const text = state.commentText.get(tag.attribute('id') ?? '') ?? ''
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text
  state.notes.add('comment', commentZh(shown), commentEn(shown), currentPosition(state))
}

function noteUnread(state: DocxState): void {
  state.notes.add(
    'limit',
    '文档在此处嵌入了另一个文件（altChunk），其内容未读取',
    'Another file is embedded here (altChunk); it was not read',
    currentPosition(state),
  )
}
