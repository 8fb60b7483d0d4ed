/**
 * The report's own script: filter by severity, and the way between finding and cell. Without it the page still works
 * by plain links. It holds nothing of a document.
 */
export const SCRIPT = `(() => {
  const all = (s, r = document) => [...r.querySelectorAll(s)]
  const boxes = all('input[data-filter]')
  const apply = () => {
    const on = new Set(boxes.filter((b) => b.checked).map((b) => b.value))
    for (const f of all('.f')) f.hidden = !on.has(f.dataset.s)
    for (const b of all('a.b')) b.hidden = !on.has(b.classList[1])
    for (const c of all('[data-f]')) c.classList.toggle('off', !c.dataset.f.split(' ').some((n) => { const f = document.getElementById('f' + n); return f && !f.hidden }))
    for (const k of all('.cause')) k.hidden = !all('.f', k).some((f) => !f.hidden)
    for (const p of all('.pointer')) p.hidden = !on.has(p.dataset.s)
    for (const r of all('.prose-row')) r.hidden = !all('.f, .pointer', r).some((f) => !f.hidden)
    for (const s of all('section.form-section')) s.hidden = s.dataset.n > 0 && !all('.f, .pointer', s).some((f) => !f.hidden)
    const shown = all('.f').filter((f) => !f.hidden).length
    const out = document.getElementById('shown')
    out.textContent = out.dataset.text.replace('{n}', shown)
  }
  const reveal = (e) => { for (let d = e && e.closest('details'); d; d = d.parentElement && d.parentElement.closest('details')) d.open = true }
  const show = (e) => { reveal(e); e.scrollIntoView({ block: 'center', inline: 'nearest' }) }
  const selectCause = (n, target) => {
    for (const e of all('.sel')) e.classList.remove('sel')
    const card = document.getElementById('k' + n), anchor = document.getElementById('kc' + n)
    if (card) { card.hidden = false; card.classList.add('sel') } if (anchor) anchor.parentElement.classList.add('sel')
    const to = target === 'card' ? card : anchor && anchor.parentElement
    if (to) show(to)
  }
  const select = (n, target) => {
    for (const e of all('.sel')) e.classList.remove('sel')
    const card = document.getElementById('f' + n), anchor = document.getElementById('c' + n)
    if (card) { card.hidden = false; card.classList.add('sel') }
    for (const c of all('[data-f]')) if (c.dataset.f.split(' ').includes(String(n))) c.classList.add('sel')
    const to = target === 'card' ? card : anchor && anchor.parentElement
    if (to) { show(to); if (target === 'card') card.focus({ preventScroll: true }) }
  }
  for (const b of boxes) b.addEventListener('change', apply)
  document.addEventListener('click', (e) => {
    const link = e.target.closest('a[href^="#"]')
    const hash = link && /^#(f|c|k|kc)(\\d+)$/.exec(link.hash)
    if (hash) { e.preventDefault(); (hash[1][0] === 'k' ? selectCause : select)(hash[2], hash[1].endsWith('c') ? 'cell' : 'card'); history.replaceState(null, '', link.hash); return }
    if (link) { const to = document.getElementById(link.hash.slice(1)); if (to) { reveal(to); if (to.matches('details')) to.open = true } return }
    if (e.target.closest('summary')) return
    const card = e.target.closest('.f')
    if (card && !String(getSelection())) select(card.dataset.n, 'cell')
    const cell = e.target.closest('.m[data-f]')
    if (cell && !String(getSelection())) select(cell.dataset.f.split(' ')[0], 'card')
  })
  document.addEventListener('keydown', (e) => {
    if (e.target.matches('.f') && e.key === 'Enter') select(e.target.dataset.n, 'cell')
    if (e.altKey || e.ctrlKey || e.metaKey || e.target.matches('input')) return
    if (e.key !== 'j' && e.key !== 'k') return
    const cards = all('.f').filter((f) => !f.hidden)
    const i = cards.findIndex((f) => f.classList.contains('sel'))
    const next = cards[e.key === 'j' ? i + 1 : i - 1]
    if (next) select(next.dataset.n, 'card')
  })
  addEventListener('beforeprint', () => { for (const s of all('section')) s.style.contentVisibility = 'visible'; for (const d of all('details.explained, details.codes')) d.open = true })
  if (/^#[fk]\\d+$/.test(location.hash)) (location.hash[1] === 'k' ? selectCause : select)(location.hash.slice(2), 'card')
  document.documentElement.classList.add('js')
  apply()
})()`
