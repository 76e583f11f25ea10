/** What the report does in a browser: filters, and a way from figure to figure by keyboard. Runs without network and keeps nothing. */
export const script = `
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)]
  const state = { verdict: '', source: '' }
  const apply = () => {
    for (const card of all('.card[data-verdict]')) {
      const fits = (!state.verdict || card.dataset.verdict === state.verdict) && (!state.source || card.dataset.sources.split(' ').includes(state.source))
      card.hidden = !fits
    }
    const filtered = state.verdict !== '' || state.source !== ''
    for (const row of all('.row')) row.hidden = filtered && ![...row.querySelectorAll('.card[data-verdict]')].some((card) => !card.hidden)
    for (const button of all('button[data-filter]')) button.setAttribute('aria-pressed', String(button.dataset.filter === state.verdict))
    const shown = all('.card[data-verdict]').filter((card) => !card.hidden).length
    const status = document.getElementById('status')
    status.textContent = status.dataset.text.replace('#', String(shown))
  }
  for (const button of all('button[data-filter]')) button.addEventListener('click', () => {
    state.verdict = button.dataset.filter === state.verdict ? '' : button.dataset.filter
    apply()
  })
  document.getElementById('source').addEventListener('change', (event) => {
    state.source = event.target.value
    apply()
  })
  const step = (by, wanted) => {
    const figures = all('a.figure').filter((figure) => !figure.closest('[hidden]') && (!wanted || figure.classList.contains(wanted)))
    if (figures.length === 0) return
    const at = figures.indexOf(document.activeElement)
    const next = at === -1 ? (by > 0 ? 0 : figures.length - 1) : (at + by + figures.length) % figures.length
    figures[next].focus()
    figures[next].scrollIntoView({ block: 'center' })
  }
  addEventListener('beforeprint', () => {
    for (const details of all('details')) details.open = true
  })
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return
    if (event.key === 'j') step(1)
    else if (event.key === 'k') step(-1)
    else if (event.key === 'n') step(1, 'contradicted')
    else if (event.key === 'p') step(-1, 'contradicted')
    else return
    event.preventDefault()
  })
})()
`
