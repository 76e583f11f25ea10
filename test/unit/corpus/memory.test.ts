import { createMemoryIndex } from '../../../server/src/corpus/memory'
import { contract } from './contract'

contract('memory', createMemoryIndex)
