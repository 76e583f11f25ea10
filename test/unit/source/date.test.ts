import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDate } from '../../../server/src/source/date'

const dates: readonly (readonly [string, string])[] = [
  ['15.12.2025 - 14:00:00', '2025-12-15T14:00:00'],
  ['Stand: 5.9.2025', '2025-09-05'],
  ['Veröffentlicht am: 15. Dezember 2025', '2025-12-15'],
  ['Wien, 3. Jänner 2016', '2016-01-03'],
  ['November 6, 2025', '2025-11-06'],
  ['6 November 2025 at 9:05', '2025-11-06T09:05:00'],
  ['2025-12-15T08:30:00+01:00', '2025-12-15T08:30:00'],
  ['20. Feb. 2026, 02:30 Uhr', '2026-02-20T02:30:00'],
  ['am 1st March 2024', '2024-03-01'],
  ['Updated December 15, 2025 at 2:30 pm', '2025-12-15T14:30:00'],
  ['December 15, 2025 12:05 a.m.', '2025-12-15T00:05:00'],
  ['Posted on 12/15/2025', '2025-12-15'],
  ['15/12/2025', '2025-12-15'],
  ['Erschienen am 15.12.25', '2025-12-15'],
]
for (const [line, iso] of dates) test(line, () => assert.equal(findDate(line)?.iso, iso))

const none = [
  '15.13.2025',
  '03/04/2025',
  '10.20.30.40',
  '1.2.25',
  '3,5 Millionen',
  'im Jahr 2025',
  '1.234.567',
  'Mai 2025',
  '99. Dezember 2025',
]
for (const line of none) test(`no date: ${line}`, () => assert.equal(findDate(line), undefined))
