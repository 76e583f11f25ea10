/** The contract for programs: docs/schema/report.schema.json. Lists every figure, not only the findings. */
import type { Evidence } from '../../claim/verdict'
import type { Quantity } from '../../figure/figure'
import type { Finding } from '../../rules/rule'
import type { Stated } from '../../service/checked'
import { type Proof, proofOf, proofsOf, type Result } from '../results'
import type { Format } from './format'

export const json: Format = ({ documents, summary }) =>
  `${JSON.stringify({ schemaVersion: 1, documents: documents.map(documentOf), summary }, null, 2)}\n`

function documentOf(result: Result) {
  return {
    path: result.path,
    figures: result.checked.stated.map((stated) => figureOf(stated, result)),
    diagnostics: result.findings.map((finding) => diagnosticOf(finding, result)),
  }
}

function figureOf({ start, end, judgement }: Stated, result: Result) {
  const { figure, verdict, confidence, evidence, doubt } = judgement
  return {
    start,
    end,
    text: result.checked.document.text.slice(start, end),
    quantity: quantityOf(figure.quantity),
    verdict,
    confidence: rounded(confidence),
    evidence: evidence.map((one) => evidenceOf(one, result)),
    ...(doubt === undefined ? {} : { doubt: evidenceOf(doubt, result) }),
  }
}

/** What the contract promises, whatever else a quantity knows inside. */
function quantityOf({ value, low, high, lowClosed, highClosed, precision, unit, hedge }: Quantity) {
  return { value, low, high, lowClosed, highClosed, precision, unit, hedge }
}

function diagnosticOf(finding: Finding, result: Result) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    start: finding.span.start,
    end: finding.span.end,
    message: finding.message,
    evidence: proofsOf(finding, result).map(plain),
  }
}

function evidenceOf({ source, passage, figure, relation, confidence, difference }: Evidence, result: Result) {
  return plain({ ...proofOf(source, passage, figure, result), relation, confidence, ...(difference === undefined ? {} : { difference }) })
}

function plain({ source, path, start, end, text, passage, relation, confidence, difference }: Proof) {
  return {
    source: source.key,
    path,
    start,
    end,
    text,
    passage,
    relation,
    ...(confidence === undefined ? {} : { confidence: rounded(confidence) }),
    ...(difference === undefined ? {} : { difference }),
  }
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000
}
