import { checkWordSuite } from './word-checks'

checkWordSuite()
