import { env } from 'vscode'
import { type Locale, localeOf } from '../../server/src/text/locale'

/** The language of the workbench. */
export const locale: Locale = localeOf(env.language)
