// npm run eval -- NAME [arguments]
import { runProgram } from '../bundle.mjs'

process.exitCode = await runProgram('eval', process.argv.slice(2))
