import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { limitExceeded, type ReaderLimits } from '../limits.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

/**
 * Parses HTML as a browser does, within bounds: the number of elements (misnested formatting multiplies them) and the
 * number of open ones (the parser looks through them for every tag). Throws AppError LIMIT_EXCEEDED.
 */
export function parseHtml(html: string, where: string, limits: ReaderLimits): DefaultTreeAdapterTypes.Document {
  let nodes = 0
  let open = 0
  return parse<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespace, attributes) {
        nodes += 1
        if (nodes > limits.htmlNodes) throw limitExceeded(where, '网页元素数', `${limits.htmlNodes} 个`)
        return defaultTreeAdapter.createElement(tagName, namespace, attributes)
      },
      onItemPush() {
        open += 1
        if (open > limits.htmlDepth) throw limitExceeded(where, '网页元素嵌套层数', `${limits.htmlDepth} 层`)
      },
      onItemPop() {
        open -= 1
      },
    },
  })
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value
}

/** Elements that show nothing, or nothing that belongs to the text. */
const SILENT: ReadonlySet<string> = new Set(
  'head script style template noscript title iframe object audio video canvas svg datalist'.split(' '),
)

/** Hidden by the element itself; style sheets are not worked out. */
export function isHidden(element: HtmlElement): boolean {
  if (SILENT.has(element.tagName)) return true
  if (attributeOf(element, 'hidden') !== undefined) return true
  const style = attributeOf(element, 'style')
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(style)
}

/** Elements that begin and end a paragraph. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section summary ul'
  ).split(' '),
)
