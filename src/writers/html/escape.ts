/** Everything that came from a document goes through here before it stands in HTML. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Also drops control characters and makes direction marks visible: they would show other text than the file holds. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (char) => ENTITIES[char]!)
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '\ufffd')

/** Line breaks inside a cell stay visible. */
export const escapeLines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')
