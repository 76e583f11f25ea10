// A reporter for node:test that says nothing of what passes: failures with their place, skipped tests with their reason, closing counts.
import { inspect, stripVTControlCharacters } from 'node:util'

export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed') yield failure(data)
    else if (type === 'test:pass' && data.skip !== undefined) yield `skipped  ${data.name}${data.skip === true ? '' : ` (${data.skip})`}\n`
    else if (type === 'test:diagnostic' && data.nesting === 0) yield `ℹ ${data.message}\n`
    else if (type === 'test:stdout' || type === 'test:stderr') yield data.message
  }
}

function failure({ name, file, line, details }) {
  const cause = details.error.cause ?? details.error
  const text = cause instanceof Error ? `${cause.message}\n${ownFrames(cause.stack)}` : typeof cause === 'string' ? cause : inspect(cause)
  return `\n✖ ${name}\n  ${file ?? ''}${line === undefined ? '' : `:${line}`}\n${indent(stripVTControlCharacters(text))}\n\n`
}

function ownFrames(stack = '') {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line) && !line.includes('node:internal'))
  return frames.slice(0, 4).join('\n')
}

function indent(text) {
  return text.trimEnd().replace(/^/gm, '    ')
}
