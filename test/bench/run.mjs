// npm run bench -- NAME [arguments]
import { runProgram } from '../bundle.mjs'

process.exitCode = await runProgram('bench', process.argv.slice(2))
