/** What the report does in a browser: filters, and a way from figure to figure and from source to source by keyboard. Runs without network and keeps nothing. */
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
  const source = document.getElementById('source')
  source.addEventListener('change', () => {
    state.source = source.value
    apply()
  })
  const marks = all('.timeline a')
  const moves = { ArrowRight: (at) => at + 1, ArrowDown: (at) => at + 1, ArrowLeft: (at) => at - 1, ArrowUp: (at) => at - 1, Home: () => 0, End: () => marks.length - 1 }
  const enter = (mark) => {
    for (const other of marks) other.setAttribute('tabindex', other === mark ? '0' : '-1')
  }
  enter(marks[0])
  for (const mark of marks) {
    mark.addEventListener('focus', () => enter(mark))
    mark.addEventListener('keydown', (event) => {
      const move = moves[event.key]
      if (move) marks[Math.min(marks.length - 1, Math.max(0, move(marks.indexOf(mark))))].focus()
      else if (event.key === ' ') {
        source.value = source.value === mark.dataset.source ? '' : mark.dataset.source
        source.dispatchEvent(new Event('change'))
      } else return
      event.preventDefault()
    })
    mark.addEventListener('click', (event) => {
      event.preventDefault()
      event.stopPropagation()
      document.querySelector(mark.getAttribute('href')).focus()
    })
  }
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
